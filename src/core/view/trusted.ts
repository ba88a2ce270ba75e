/** Makes a handler that obeys the user's own clicks alone, so that a page cannot press the panel's buttons by script. */
export function trusted(action: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) action();
  };
}
