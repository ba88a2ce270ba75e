import { z } from '../../core/schema.ts';
import { storedItem } from '../../core/store/stored-item.ts';

/** Who may learn addresses of images without a question, by the names in services-elsewhere.ts. Not secret. */
export const agreedLearnersItem = storedItem<readonly string[]>({
  area: 'local',
  key: 'agreed-learners',
  schema: z.array(z.string()),
  initial: [],
});
