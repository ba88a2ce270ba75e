/**
 * Runs work, when it is its turn; `leave` gives the turn on before the work has ended. Rejects with the reason of `signal` when that
 * is aborted before.
 */
export type InTurn = <T>(work: (leave: () => void) => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Lets so many run at one time; the others wait in the order in which they came. */
export function atMost(limit: number): InTurn {
  const waiting: (() => void)[] = [];
  let running = 0;

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', giveUp);
        running += 1;
        resolve();
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal?.reason);
      };
      if (running < limit) return begin();
      waiting.push(begin);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  return async (work, signal) => {
    signal?.throwIfAborted();
    await turn(signal);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      running -= 1;
      waiting.shift()?.();
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  };
}
