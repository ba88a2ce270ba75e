import { type CheckRecord, checkRecordSchema } from '../../core/check/check-record.ts';
import { logFault } from '../../core/log.ts';
import { createRemembered, type LocalFiles, type Manifests } from '../read/remembered.ts';
import type { AccountSession } from '../service/account-session.ts';
import type { RequestGate } from '../service/request-gate.ts';
import { accountSession } from '../service/wire-account-session.ts';
import { requestGate } from '../service/wire-request-gate.ts';
import { createHistory, type History } from '../store/history.ts';
import { sessionRecords } from '../store/session-records.ts';
import { type CheckStore, createCheckStore } from './check-store.ts';
import { createSharedVerdicts, type SharedVerdicts } from './shared-verdicts.ts';

/** What a new service worker goes on from. */
const CHECKS_ON_HAND = sessionRecords<CheckRecord>({ prefix: 'check:', schema: checkRecordSchema });

/** What the checks of one background have in common. Everything that lasts longer than a call is here. */
export interface CheckContext {
  readonly store: CheckStore;
  readonly history: History;
  readonly session: AccountSession;
  readonly gate: RequestGate;
  readonly files: LocalFiles;
  readonly manifests: Manifests;
  readonly sharedVerdicts: SharedVerdicts;
  readonly fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Makes what the checks of a background have in common, over this browser's storage. Once, at its start. */
export function createCheckContext(fetch: typeof globalThis.fetch, clock: () => number): CheckContext {
  const gate = requestGate(clock);
  return {
    store: createCheckStore(CHECKS_ON_HAND, logFault, clock),
    history: createHistory(),
    session: accountSession(fetch, clock, gate),
    gate,
    files: createRemembered<Blob>(),
    manifests: createRemembered<string>(),
    sharedVerdicts: createSharedVerdicts(),
    fetch,
    clock,
  };
}
