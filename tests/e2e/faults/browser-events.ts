import { asIfNothing, CHECK_EVENTS, type CheckEvent } from '../../faults/check-events.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import type { BrowserBed } from './browser-bed.ts';

/** Whatever can happen to a check under way; the first two need a browser. */
export const BROWSER_EVENTS: readonly CheckEvent<BrowserBed>[] = [
  { name: 'the worker is killed', happen: ({ chromium }) => stopServiceWorker(chromium), outcome: asIfNothing },
  { name: 'the extension is reloaded', happen: (bed) => bed.reloadExtension(), outcome: () => 'lost' },
  ...CHECK_EVENTS,
];
