import { droppedResultsItem } from '../../core/store/dropped-results-item.ts';

/** Where the oldest were removed to no use, none are for a day, or until the user has read of it. Milliseconds. */
const TO_NO_USE_FOR_MS = 86_400_000;

/** What became of a check for which the browser had no room. */
interface Dropped {
  /** How many of the oldest results were removed for it. */
  readonly count: number;
  /** It is kept now. */
  readonly isKept: boolean;
}

/** Whether the oldest results may go to make room: not where that was of no use, until the user has seen to it. */
export async function mayDropResults(): Promise<boolean> {
  const failedAt = (await droppedResultsItem.get())?.failedAt;
  return failedAt === undefined || Date.now() - failedAt > TO_NO_USE_FOR_MS;
}

/** Adds to what the user has to be told. */
export async function tellDropped({ count, isKept }: Dropped): Promise<void> {
  const before = await droppedResultsItem.get();
  const isTold = count === 0 && before?.isKept === isKept && before.isTold; // That it goes on so is nothing new.
  const failedAt = isKept || count === 0 ? before?.failedAt : Date.now();
  const dropped = { count: (before?.count ?? 0) + count, isKept, isTold };
  await droppedResultsItem.set({ ...dropped, ...(failedAt !== undefined && { failedAt }) });
}

/** There is room again: of that the user has to be told only where results went. */
export async function tellRoom(): Promise<void> {
  const before = await droppedResultsItem.get();
  if (!before || before.isKept) return;
  if (before.count === 0) await droppedResultsItem.remove();
  else await droppedResultsItem.set({ ...before, isKept: true });
}
