import type { CheckRecord } from '../../../src/check/check-record.ts';
import { photographPage } from '../image-pages.ts';
import type { BegunCheck, FaultBrowser } from './fault-browser.ts';

/** A state in which a check is held, and how it goes on from there. */
export interface HeldState {
  readonly name: 'reading' | 'asking' | 'uploading' | 'waiting' | 'paused';
  readonly kind: 'image' | 'tiny-image' | 'large-image';
  /** Sees that the check stops there; gives what lets it go. */
  readonly hold: (browser: FaultBrowser) => () => void;
  readonly isReached: (record: CheckRecord) => boolean;
  /** What the user does then, or time. */
  readonly goOn?: (browser: FaultBrowser, check: BegunCheck) => Promise<void>;
  /** Requests with media that the service has got by then. */
  readonly sent: number;
}

/** A pause the service asks for, in milliseconds. */
const PAUSE_MS = 60_000;

/** All states in which a check can be for a while. `queued` is none: it ends as soon as the panel is there. */
export const HELD_STATES: readonly HeldState[] = [
  {
    name: 'reading',
    kind: 'image',
    hold({ pages }) {
      const { promise: hold, resolve } = Promise.withResolvers<void>();
      pages.setRoutes({ '/photo.jpg': photographPage({ hold }) });
      return () => {
        pages.setRoutes({ '/photo.jpg': photographPage() });
        resolve();
      };
    },
    isReached: ({ state }) => state === 'reading',
    sent: 0,
  },
  {
    name: 'asking',
    kind: 'tiny-image',
    hold: () => () => undefined,
    isReached: ({ state }) => state === 'asking',
    goOn: (_, check) => check.shown.press('Check anyway'),
    sent: 0,
  },
  {
    name: 'uploading',
    kind: 'large-image',
    hold({ sandbox }) {
      const { promise: holdUpload, resolve } = Promise.withResolvers<void>();
      sandbox.next('/image', { holdUpload });
      return resolve;
    },
    isReached: ({ state, transfer }) => state === 'uploading' && (transfer?.doneBytes ?? 0) > 0,
    sent: 1,
  },
  {
    name: 'waiting',
    kind: 'image',
    hold: ({ sandbox }) => sandbox.hold('/image').release,
    isReached: ({ state }) => state === 'waiting',
    sent: 1,
  },
  {
    name: 'paused',
    kind: 'image',
    hold({ sandbox }) {
      sandbox.next('/image', { status: 429, headers: { 'retry-after': String(PAUSE_MS / 1000) } });
      return () => undefined;
    },
    isReached: ({ pausedUntil }) => pausedUntil !== undefined,
    async goOn({ clock }, check) {
      await check.waitFor('to be paused', ({ pausedUntil }) => pausedUntil !== undefined);
      await clock.pass(PAUSE_MS);
    },
    sent: 1,
  },
];
