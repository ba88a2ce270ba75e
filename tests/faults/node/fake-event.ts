type Listener<Args extends readonly unknown[]> = (...args: Args) => unknown;

/** An event of the extension's API, and the browser's hand on it. */
export interface FakeEvent<Args extends readonly unknown[]> {
  addListener(listener: Listener<Args>): void;
  removeListener(listener: Listener<Args>): void;
  /** Tells all who listen. */
  dispatch(...args: Args): void;
}

/** An event that nobody listens to yet. */
export function fakeEvent<Args extends readonly unknown[]>(): FakeEvent<Args> {
  const listeners = new Set<Listener<Args>>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    dispatch(...args) {
      for (const listener of [...listeners]) listener(...args);
    },
  };
}
