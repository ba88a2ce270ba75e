import type { MediaKind, PictureChoice } from '../check/media-reference.ts';
import type { ErrorData } from '../errors/error-data.ts';
import type { FileMetadataRead } from '../media/file-metadata.ts';
import type {
  ClipRead,
  CollectedFrame,
  FoundMedia,
  FramesRead,
  OnScreen,
  PageRead,
  ReadLimits,
  ReadProgress,
  TooLargeInPage,
  VideoLook,
} from '../media/page-media.ts';
import type { FileMetadataRequest } from './document-work.ts';
import type { PanelView } from './panel-view.ts';

// What the background says, and how answers travel; what is said to it is in to-background.ts. All but the names of feeds is types.

interface AboutCheck {
  readonly checkId: string;
}

/** Messages to the page script of one frame. They come from the background alone. */
export interface ToPage {
  /** Whether the keyboard's focus, or the pointer, is on a picture in this frame. */
  isPointedAt: { request: Record<never, never>; answer: boolean };
  /** Finds what the user pointed at, unless it was found for this check before. `isClear`: that is, so what is seen through it is meant. */
  findMedia: { request: AboutMedia & { readonly isClear?: boolean }; answer: FoundMedia };
  readMedia: { request: AboutMedia & { readonly limits: ReadLimits }; answer: PageRead | TooLargeInPage };
  /** How far `readMedia` has got; undefined where nothing has come yet. */
  readProgress: { request: AboutCheck; answer: ReadProgress | undefined };
  /** Ends `readMedia` at once. */
  stopRead: { request: AboutCheck; answer: undefined };
  readPixels: { request: AboutMedia & { readonly isDrawing: boolean }; answer: PageRead };
  placeOnScreen: { request: AboutMedia; answer: OnScreen | 'hidden' | undefined };
}

/** Messages to the panel script of one frame. They come from the background alone. */
export interface ToPanelScript {
  /** True once open; in a frame without room, which of the top page's it is, or is in; false where the panel cannot be opened so. */
  openPanel: { request: AboutMedia & { view: PanelView; place?: PanelPlace }; answer: boolean | number };
  /** Takes the panel out of the picture, where it may be over the media, while the screen is captured for a check. */
  hidePanel: { request: AboutCheck; answer: undefined };
  showPanel: { request: AboutCheck; answer: undefined };
}

/** Over the media, if need be; or, in the top page, beside a frame, with the number it says it has. Left out: beside the media. */
export type PanelPlace = 'over' | { readonly frameId: number; readonly number?: number };

/** Messages to the script that shows where media is. They come from the background alone. */
export interface ToShowMediaScript {
  /** Scrolls to the media of a check and outlines it for a while; false where it is not to be seen any more. */
  showMedia: { request: AboutMedia; answer: boolean };
  /** Takes the outline out of the picture, while the screen is captured for a check. */
  hideOutline: { request: AboutCheck; answer: undefined };
  showOutline: { request: AboutCheck; answer: undefined };
}

/** Messages to the clip script of one frame. They come from the background alone. */
export interface ToClipScript {
  recordClip: { request: AboutCheck & { readonly seconds: number }; answer: ClipRead };
  /** At most `count` frames, spread over the seconds. */
  takeFrames: { request: AboutCheck & { readonly seconds: number; readonly count: number }; answer: FramesRead };
  lookAtVideo: { request: AboutCheck; answer: VideoLook };
  stopClip: { request: AboutCheck; answer: undefined };
  /** Has the player go to a moment, in seconds. */
  seekVideo: { request: AboutCheck & { readonly seconds: number }; answer: unknown };
}

/** Messages to the script for whole pages of one frame. They come from the background alone. */
export interface ToPageCheckScript {
  /** Says what the frame holds, and shows from then on what becomes of it. */
  collectMedia: { request: { readonly kind: MediaKind }; answer: CollectedFrame };
  /** Says which images have come into view since it was asked last; none where that is not watched. */
  collectShown: { request: Record<never, never>; answer: CollectedFrame };
  /** Something has changed after the end: looks again. */
  followRun: { request: Record<never, never>; answer: undefined };
  /** Takes badges and pill out of the picture, while the screen is captured for a check. */
  hideBadges: { request: AboutCheck; answer: undefined };
  showBadges: { request: AboutCheck; answer: undefined };
  /** Scrolls to the media of that name and gives its badge the focus; false where it is not to be seen any more. */
  goToBadge: { request: { readonly key: string }; answer: boolean };
  removeBadges: { request: Record<never, never>; answer: undefined };
}

interface AboutMedia extends AboutCheck {
  /** Left out when the page has found it before, or when the media is in another frame than the panel. */
  readonly pointed?: PointedMedia;
}

/** Messages to the offscreen document (Chromium). They come from the background alone. */
export interface ToOffscreen {
  /** The port of a job comes next, with this name (document-work.ts). No answer, or false: it is not taken. */
  expectPort: { request: { readonly name: string }; answer: boolean };
  /** What a file says about itself. No answer: it could not be read. */
  readFileMetadata: { request: FileMetadataRequest; answer: FileMetadataRead };
}

/** What the page script needs to find the media; it remembers what it found for the check. */
export interface PointedMedia {
  readonly by: 'menu' | 'toolbar' | 'keyboard' | 'page';
  /** What was collected from the whole page: its name. */
  readonly itemKey?: string;
  /** What the menu said. */
  readonly url?: string;
  readonly targetElementId?: number;
  readonly choice?: PictureChoice;
}

// Feeds: long-lived ports of the background, by name. Each posts its state at once and on every change.

/** Then the id of a check; opened by its panel, which the welcome page can hold too. Posts PanelView. */
export const CHECK_FEED_PREFIX = 'check:';

/** Opened by the script for whole pages. Posts FrameView of its own frame. */
export const PAGE_RUN_FEED = 'page-run';

/** Then the id of a tab; opened by the popup. Posts PageRunView, or nothing while there is none to tell of that page. */
export const TAB_RUN_FEED_PREFIX = 'page-run-in:';

/** An answer on its way through the browser. */
export type Wire<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };
