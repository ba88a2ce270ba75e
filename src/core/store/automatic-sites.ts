import { z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

/** The sites on which the user has images checked as they are shown, as the match patterns of their origins. */
export const automaticSitesItem = storedItem<readonly string[]>({
  area: 'local',
  key: 'automatic-sites',
  schema: z.array(z.string()),
  initial: [],
});
