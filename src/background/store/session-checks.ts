import { type CheckRecord, checkRecordSchema } from '../../core/check/check-record.ts';
import { sessionRecords } from './session-records.ts';

/** The checks of this browser session: what a new service worker goes on from. */
export const sessionChecks = sessionRecords<CheckRecord>({ prefix: 'check:', schema: checkRecordSchema });
