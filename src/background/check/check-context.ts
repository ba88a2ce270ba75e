import { type CheckRecord, checkRecordSchema } from '../../core/check/check-record.ts';
import { logFault } from '../../core/log.ts';
import type { WholeCredentials } from '../../core/media/file-metadata.ts';
import { upload } from '../offscreen-link/in-document.ts';
import { createRemembered, type LocalFiles, type Manifests } from '../read/remembered.ts';
import { createService, type Service } from '../service/service.ts';
import { createHistory, type History } from '../store/history.ts';
import { sessionRecords } from '../store/session-records.ts';
import type { Measuring } from '../words/firmness-words.ts';
import { type CheckStore, createCheckStore } from './check-store.ts';
import { createSharedVerdicts, type SharedVerdicts } from './shared-verdicts.ts';

/** What a new service worker goes on from. */
const CHECKS_ON_HAND = sessionRecords<CheckRecord>({ prefix: 'check:', schema: checkRecordSchema });

/** What the checks of one background have in common. Everything that lasts longer than a call is here. */
export interface CheckContext extends Service {
  readonly store: CheckStore;
  readonly history: History;
  readonly files: LocalFiles;
  readonly manifests: Manifests;
  readonly sharedVerdicts: SharedVerdicts;
  /** By the id of a check: how finding out how firm its verdict is stands. Where the background ends, the user asks again. */
  readonly measuring: Map<string, Measuring>;
  readonly fetch: typeof globalThis.fetch;
}

/** Makes what the checks of a background have in common, over this browser's storage. Once, at its start. */
export function createCheckContext(fetch: typeof globalThis.fetch, clock: () => number): CheckContext {
  return {
    ...createService({ fetch, clock }, upload),
    store: createCheckStore(CHECKS_ON_HAND, logFault, clock),
    history: createHistory(),
    files: createRemembered<Blob>(),
    manifests: createRemembered<WholeCredentials>(),
    sharedVerdicts: createSharedVerdicts(),
    measuring: new Map(),
    fetch,
  };
}
