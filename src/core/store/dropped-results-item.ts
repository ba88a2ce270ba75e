import { z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

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
  area: 'local',
  key: 'dropped-results',
  schema: z.optional(droppedResultsSchema),
  initial: undefined,
});
