import type { RoomKeeping } from '../../background/store/history.ts';
import { z } from '../schema.ts';
import { orAbsent, storedItem } from './stored-item.ts';

const droppedResultsSchema = z.object({
  /** How many of the oldest results were removed, all in all, since the user last said that this was read. */
  count: z.number(),
  /** The latest result found no room in spite of it. */
  isKept: z.boolean(),
  /** When they were removed to no use, if they were: epoch milliseconds. */
  failedAt: z.exactOptional(z.number()),
  /** A view other than the results page has said so, once. */
  isTold: z.boolean(),
});

/** That the browser had no room for more results. */
export type DroppedResults = z.infer<typeof droppedResultsSchema>;

/** What the user has to be told about results that were removed for want of room; undefined when there is nothing. */
export const droppedResultsItem = storedItem<DroppedResults | undefined>({
  key: 'local:dropped-results',
  schema: orAbsent(droppedResultsSchema),
  initial: undefined,
  version: 1,
});

/** Where the oldest were removed to no use, none are for a day, or until the user has read of it. Milliseconds. */
const TO_NO_USE_FOR_MS = 86_400_000;

/** How room is made for results, and told of. */
export const ROOM_KEEPING: RoomKeeping = {
  async mayDrop() {
    const failedAt = (await droppedResultsItem.get())?.failedAt;
    return failedAt === undefined || Date.now() - failedAt > TO_NO_USE_FOR_MS;
  },
  /** Adds to what the user has to be told. */
  async onDropped({ count, isKept }) {
    const before = await droppedResultsItem.get();
    const isTold = count === 0 && before?.isKept === isKept && before.isTold; // That it goes on so is nothing new.
    const failedAt = isKept || count === 0 ? before?.failedAt : Date.now();
    const dropped = { count: (before?.count ?? 0) + count, isKept, isTold };
    await droppedResultsItem.set({ ...dropped, ...(failedAt !== undefined && { failedAt }) });
  },
  async onKept() {
    const before = await droppedResultsItem.get();
    if (!before || before.isKept) return;
    if (before.count === 0) await droppedResultsItem.remove();
    else await droppedResultsItem.set({ ...before, isKept: true });
  },
};
