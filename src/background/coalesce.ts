/**
 * Makes a function that runs `work` at once, and then at most every `everyMs` milliseconds, however often it is called: what
 * changes in between is taken along by the next run. `work` never runs twice at the same time.
 */
export function coalesce(work: () => Promise<void>, everyMs: number, onFault: (error: unknown) => void): () => void {
  let isBusy = false;
  let isWanted = false;

  function run(): void {
    isBusy = true;
    isWanted = false;
    work()
      .catch(onFault)
      .then(() => setTimeout(rested, everyMs));
  }

  function rested(): void {
    isBusy = false;
    if (isWanted) run();
  }

  return () => {
    isWanted = true;
    if (!isBusy) run();
  };
}
