/** A way that so many may be on at the same time. */
export interface Lane {
  /** Waits for a place and does `work`, which gives its place up by `leave`, at the latest when it ends. */
  enter(work: (leave: () => void) => Promise<void>): Promise<void>;
  /** Lets nobody enter any more: who waits goes away without a word. */
  close(): void;
}

/** A lane with `places`. */
export function createLane(places: number): Lane {
  const waiting: (() => void)[] = [];
  let free = places;
  let isClosed = false;

  function leaver(): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      free += 1;
      waiting.shift()?.();
    };
  }

  return {
    async enter(work) {
      while (free <= 0 && !isClosed) await new Promise<void>((resolve) => waiting.push(resolve));
      if (isClosed) return;
      free -= 1;
      const leave = leaver();
      try {
        await work(leave);
      } finally {
        leave();
      }
    },
    close() {
      isClosed = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}
