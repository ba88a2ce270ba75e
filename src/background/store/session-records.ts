import { browser } from '../../core/browser/browser.ts';
import type { z } from '../../core/schema.ts';
import { NoRoomError, type RecordStorage } from './record-storage.ts';

/** Declares records of one kind: where they are, and what one looks like. */
export interface RecordsDeclaration<T> {
  /** Before their ids in `storage.session`: in memory, until the browser closes. */
  readonly prefix: string;
  readonly schema: z.ZodMiniType<T>;
}

/** Records written by one call: the browser copies them all before anything else of the background goes on. */
const WRITTEN_AT_ONCE = 50;

/**
 * Records under a key each: a change of one of thousands writes that one. A record that does not fit its schema counts as not
 * there.
 */
export function sessionRecords<T extends { readonly id: string }>({
  prefix,
  schema,
}: RecordsDeclaration<T>): RecordStorage<T> {
  const keyOf = (id: string) => prefix + id;
  return {
    async getAll() {
      return Object.entries(await readAll()).flatMap(([key, value]) => {
        const parsed = key.startsWith(prefix) ? schema.safeParse(value) : undefined;
        return parsed?.success ? [parsed.data] : [];
      });
    },
    async change(puts, removedIds) {
      const storage = browser.storage.session;
      if (removedIds.length > 0) await storage.remove(removedIds.map(keyOf)); // First: it makes room.
      for (let from = 0; from < puts.length; from += WRITTEN_AT_ONCE) {
        const some = puts.slice(from, from + WRITTEN_AT_ONCE);
        await storage.set(Object.fromEntries(some.map((value) => [keyOf(value.id), value]))).catch((error: unknown) => {
          throw isNoRoom(error) ? new NoRoomError('storage.session is full', { cause: error }) : error;
        });
      }
    },
  };
}

let reading: Promise<Record<string, unknown>> | undefined;

/** Reads all there is, once for records of several kinds that are taken up at the same time. */
function readAll(): Promise<Record<string, unknown>> {
  reading ??= browser.storage.session.get().finally(() => {
    reading = undefined;
  });
  return reading;
}

/** Neither browser has a name for it: "Session storage quota bytes exceeded" (Chromium), "exceeded its quota" (Firefox). */
function isNoRoom(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.message + error.name);
}
