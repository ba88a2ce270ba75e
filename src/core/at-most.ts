/**
 * Runs work, when it is its turn; `leave` gives the turn on before the work has ended. Rejects with the reason of `signal` when that
 * is aborted before. `weight`: how much of the limit it takes, where that differs.
 */
export type InTurn = <T>(work: (leave: () => void) => Promise<T>, signal?: AbortSignal, weight?: number) => Promise<T>;

/** Lets so many run at one time; the others wait in the order in which they came, also for a heavy one before them. */
export function atMost(limit: number): InTurn {
  const waiting: { readonly weight: number; readonly begin: () => void }[] = [];
  let running = 0;

  function beginNext(): void {
    for (let [next] = waiting; next && running + next.weight <= limit; [next] = waiting) {
      waiting.shift();
      running += next.weight;
      next.begin();
    }
  }

  function turn(weight: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(place), 1);
        beginNext(); // What is behind may be lighter.
        reject(signal?.reason);
      };
      const place = { weight, begin };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.push(place);
      beginNext();
    });
  }

  return async (work, signal, weight = 1) => {
    signal?.throwIfAborted();
    await turn(weight, signal);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      running -= weight;
      beginNext();
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  };
}
