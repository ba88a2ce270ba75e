import { droppedResultsItem } from '../../core/store/dropped-results-item.ts';
import type { RoomKeeping } from './history.ts';

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
