import type { CheckRecord } from '../../core/check/check-record.ts';
import { checkRecordSchema } from '../../core/store/check-record-schema.ts';
import { sessionRecords } from './session-records.ts';

/** The checks of this browser session: what a new service worker goes on from. */
export const sessionChecks = sessionRecords<CheckRecord>({ prefix: 'check:', schema: checkRecordSchema });
