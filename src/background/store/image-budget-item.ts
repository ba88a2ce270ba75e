import { z } from '../../core/schema.ts';
import { storedItem } from '../../core/store/stored-item.ts';

/** When images were taken up that are checked as they are shown, in the last hour; in memory until the browser closes. Epoch milliseconds. */
export const imageBudgetItem = storedItem<readonly number[]>({
  area: 'session',
  key: 'image-budget',
  schema: z.array(z.number()),
  initial: [],
});
