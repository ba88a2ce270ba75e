import { z } from '../schema.ts';
import type { RoomKeeping } from './history.ts';
import { orAbsent, storedItem } from './stored-item.ts';

const droppedResultsSchema = z.object({
  /** How many of the oldest results were removed, all in all, since the user last said that this was read. */
  count: z.number(),
  /** The latest result found no room in spite of it. */
  isKept: z.boolean(),
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

/** How room is made for results, and told of. */
export const ROOM_KEEPING: RoomKeeping = {
  async mayDrop() {
    return (await droppedResultsItem.get())?.isKept !== false;
  },
  /** Adds to what the user has to be told. */
  async onDropped({ count, isKept }) {
    const before = await droppedResultsItem.get();
    const isTold = count === 0 && before?.isKept === isKept && before.isTold; // That it goes on so is nothing new.
    await droppedResultsItem.set({ count: (before?.count ?? 0) + count, isKept, isTold });
  },
  async onKept() {
    const before = await droppedResultsItem.get();
    if (!before || before.isKept) return;
    if (before.count === 0) await droppedResultsItem.remove();
    else await droppedResultsItem.set({ ...before, isKept: true });
  },
};
