import type { Settings } from '../../src/core/store/settings-item.ts';
import type { EndpointPath } from '../sandbox/endpoint.ts';
import type { BegunCheck, FaultBed } from './fault-bed.ts';
import { MEDIA_PATHS } from './fault-ends.ts';
import { checksOf, type Subject } from './fault-pages.ts';

/** What is under way when something happens: the check of one image, of one video, or of all images of a page. */
export type HeldKind = 'image' | 'video' | 'page';

/** The states in which a check can be for a while. */
export type HeldStateName = 'asking' | 'reading' | 'uploading' | 'waiting' | 'paused';

/** A state in which a check is held, and how it goes on from there. */
export interface HeldState {
  readonly name: HeldStateName;
  readonly subject: Subject;
  /** Sees that the check stops there; gives what lets it go. */
  readonly hold: (bed: FaultBed) => (() => unknown) | Promise<() => unknown>;
  /** Waits until it is there. */
  readonly reached: (check: BegunCheck, bed: FaultBed) => Promise<unknown>;
  /** What the user does then. */
  readonly goOn?: (check: BegunCheck) => Promise<void>;
  /** It ends with so much time, in milliseconds; until then every check waits. */
  readonly lastsMs?: number;
  /** Requests with media that the service has got by then. */
  readonly sent: number;
}

/** A pause the service asks for, in milliseconds. */
const PAUSE_MS = 60_000;

/** The files of the media are not answered. Of a page, six are asked for then and the others are queued. */
function reading(subject: Subject): HeldState {
  return {
    name: 'reading',
    subject,
    hold: (bed) => bed.holdMedia(subject),
    reached: (check) =>
      check.waitFor(
        'to be read',
        ({ state }) => state === 'reading' || state === 'queued',
        ({ state }) => state === 'reading',
      ),
    sent: 0,
  };
}

function uploading(subject: Subject, path: EndpointPath): HeldState {
  return {
    name: 'uploading',
    subject,
    hold({ sandbox }) {
      const { promise: holdUpload, resolve } = Promise.withResolvers<void>();
      sandbox.next(path, { holdUpload });
      return () => resolve();
    },
    async reached(check, { sandbox }) {
      await sandbox.waitForRequest(path, 1, 'started');
      await check.waitFor('to be uploaded', ({ state, doneBytes }) => state === 'uploading' && doneBytes > 0);
    },
    sent: 1,
  };
}

function waiting(subject: Subject, path: EndpointPath): HeldState {
  return {
    name: 'waiting',
    subject,
    hold: ({ sandbox }) => sandbox.hold(path).release,
    reached: (check) => check.waitFor('to wait for its answer', ({ state }) => state === 'waiting'),
    sent: 1,
  };
}

function paused(subject: Subject, path: EndpointPath): HeldState {
  return {
    name: 'paused',
    subject,
    hold({ sandbox }) {
      sandbox.next(path, { status: 429, headers: { 'retry-after': String(PAUSE_MS / 1000) } });
      return () => undefined;
    },
    reached: isPaused,
    lastsMs: PAUSE_MS,
    sent: 1,
  };
}

/** Waits until a check waits for a moment. */
export function isPaused(check: BegunCheck): Promise<unknown> {
  return check.waitFor('to be paused', ({ pausedUntil }) => pausedUntil !== undefined);
}

async function withSettings({ changeSettings }: FaultBed, changed: Partial<Settings>): Promise<() => unknown> {
  const before = await changeSettings(changed);
  return () => changeSettings(before);
}

/** The user is asked before a very small image is sent. */
const ASKING_ABOUT_IMAGE: HeldState = {
  name: 'asking',
  subject: 'tiny-image',
  hold: () => () => undefined,
  reached: (check) => check.waitFor('to ask', ({ state }) => state === 'asking'),
  goOn: (check) => check.shown.press('Check anyway'),
  sent: 0,
};

/** The user is asked before so large a video is sent. */
const ASKING_ABOUT_VIDEO: HeldState = {
  name: 'asking',
  subject: 'large-video',
  hold: (bed) => withSettings(bed, { askVideoAboveMb: 1 }),
  reached: (check) => check.waitFor('to ask', ({ state }) => state === 'asking'),
  goOn: (check) => check.shown.press('Check anyway'),
  sent: 0,
};

const ALL_OF_PAGE = checksOf('many-images');

/** The user is asked before so many images are checked. */
const ASKING_ABOUT_PAGE: HeldState = {
  name: 'asking',
  subject: 'many-images',
  hold: (bed) => withSettings(bed, { askPageAbove: 0 }),
  reached: ({ shown }) => shown.waitForLine(`${ALL_OF_PAGE} images found`),
  goOn: ({ shown }) => shown.press(`Check ${ALL_OF_PAGE} images`),
  sent: 0,
};

/**
 * All states in which each kind can be for a while. `queued` is none of one image's: that ends as soon as the panel is there.
 */
export const HELD_STATES: Readonly<Record<HeldKind, readonly HeldState[]>> = {
  image: [
    ASKING_ABOUT_IMAGE,
    reading('image'),
    uploading('large-image', MEDIA_PATHS.image),
    waiting('image', MEDIA_PATHS.image),
    paused('image', MEDIA_PATHS.image),
  ],
  video: [
    ASKING_ABOUT_VIDEO,
    reading('video'),
    uploading('large-video', MEDIA_PATHS.video),
    waiting('video', MEDIA_PATHS.video),
    paused('video', MEDIA_PATHS.video),
  ],
  page: [
    ASKING_ABOUT_PAGE,
    reading('many-images'),
    uploading('large-images', MEDIA_PATHS.page),
    waiting('many-images', MEDIA_PATHS.page),
    paused('many-images', MEDIA_PATHS.page),
  ],
};
