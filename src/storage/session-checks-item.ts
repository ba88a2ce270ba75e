import type { CheckRecord } from '../check/check-record.ts';
import { z } from '../schema.ts';
import { checkRecordSchema } from './check-record-schema.ts';
import { storedItem } from './stored-item.ts';

/** The checks of this browser session, newest first: what a new service worker goes on from. In memory only. */
export const sessionChecksItem = storedItem<CheckRecord[]>({
  key: 'session:checks',
  schema: z.array(checkRecordSchema),
  initial: [],
  version: 1,
});
