import { browser } from '../browser/browser.ts';
import type { z } from '../schema.ts';

/** One stored value: where it is, what it looks like, what it is before anyone set it. */
export interface ItemDeclaration<T> {
  /** On disk (`local`), or in memory until the browser closes (`session`). */
  readonly area: 'local' | 'session';
  /** Of its own within the area. A shape that cannot be read as this one any more comes with a key of its own. */
  readonly key: string;
  readonly schema: z.ZodMiniType<T>;
  readonly initial: T;
}

/** A stored value, parsed at each reading: what does not fit its schema counts as not set. */
export interface StoredItem<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each new value; gives the way to stop. */
  watch(listener: (value: T) => void): () => void;
}

/** Declares a stored value. */
export function storedItem<T>({ area, key, schema, initial }: ItemDeclaration<T>): StoredItem<T> {
  const storage = browser.storage[area];
  const parse = (value: unknown): T => {
    const parsed = schema.safeParse(value ?? undefined);
    return parsed.success ? parsed.data : initial;
  };
  return {
    get: async () => parse((await storage.get(key))[key]),
    set: (value) => storage.set({ [key]: value }),
    remove: () => storage.remove(key),
    watch(listener) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        if (key in changes) listener(parse(changes[key]?.newValue));
      };
      storage.onChanged.addListener(onChanged);
      return () => storage.onChanged.removeListener(onChanged);
    },
  };
}
