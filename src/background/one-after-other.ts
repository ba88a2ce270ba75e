/** Runs work of the same key one after the other; what others do, and whether work before it failed, is no matter. */
export function oneAfterOther<Key>(): <T>(key: Key, work: () => Promise<T>) => Promise<T> {
  const last = new Map<Key, Promise<unknown>>();
  return async (key, work) => {
    const own = Promise.resolve(last.get(key)).then(work, work);
    last.set(key, own);
    try {
      return await own;
    } finally {
      if (last.get(key) === own) last.delete(key);
    }
  };
}
