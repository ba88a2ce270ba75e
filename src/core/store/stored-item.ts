import { storage, type WxtStorageItem } from 'wxt/utils/storage';
import type { z } from '../schema.ts';

/** One stored value: where it is, what it looks like, what it is before anyone set it. */
export interface ItemDeclaration<T> {
  /** `local:` is on disk, `session:` in memory until the browser closes. */
  readonly key: `local:${string}` | `session:${string}`;
  readonly schema: z.ZodMiniType<T>;
  readonly initial: T;
  /** A later one comes with a migration, once something was released with this. */
  readonly version: number;
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
export function storedItem<T>({ key, schema, initial, version }: ItemDeclaration<T>): StoredItem<T> {
  const item: WxtStorageItem<unknown, Record<string, unknown>> = storage.defineItem<unknown>(key, { version });
  const parse = (value: unknown): T => {
    const parsed = schema.safeParse(value ?? undefined);
    return parsed.success ? parsed.data : initial;
  };
  return {
    get: async () => parse(await item.getValue()),
    set: (value) => item.setValue(value),
    remove: () => item.removeValue(),
    watch: (listener) => item.watch((value) => listener(parse(value))),
  };
}
