import type { Keeping } from '../../background/service/account-vault.ts';
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
import type { PopupTab } from '../protocol/own-page-address.ts';
import type { AccountView, SavedAccount } from '../service/account-view.ts';
import type { Account } from '../service/credential.ts';
import type { FileMetadataRequest } from './document-work.ts';
import type { PanelView } from './panel-view.ts';

// The protocol: one table for each direction. Both ends import it as types; protocol-schemas.ts holds the checks.

/** Who may send a message to the background: the panel in a page, or one of the extension's own pages. */
export type Sender = 'panel' | 'extension-page';

interface Row<From extends Sender, Request, Answer> {
  readonly from: From;
  readonly request: Request;
  readonly answer: Answer;
}

interface AboutCheck {
  readonly checkId: string;
}

interface AboutPageRun {
  readonly runId: string;
}

/** What the user answered to the question about site access. */
export type AccessAnswer = 'allow-site' | 'allow-all-sites' | 'use-screen';

/** An account as typed, and how it is to be kept. */
export interface AccountDraft {
  readonly account: Account;
  readonly keeping: Keeping;
  readonly isTested: boolean;
}

/** Messages to the background. */
export interface ToBackground {
  cancelCheck: Row<Sender, AboutCheck, undefined>;
  retryCheck: Row<Sender, AboutCheck, undefined>;
  /** `origin` is the one the question named, so that the browser can be asked within the user's gesture. */
  answerAccess: Row<Sender, AboutCheck & { readonly answer: AccessAnswer; readonly origin?: string }, undefined>;
  /** "Check anyway": what the question named may be sent. `isRemembered`: nothing is asked on this site from now on. */
  agreeToSend: Row<Sender, AboutCheck & { readonly isRemembered: boolean }, undefined>;
  /** Another of the pictures that the page found for a check. */
  checkPicture: Row<'panel', PictureChoice, undefined>;
  /** A file of this computer, given in the popup. Gives the check's id. */
  checkFile: Row<'extension-page', { readonly file: Blob; readonly name: string; readonly isPrivate: boolean }, string>;
  /** Counts the media of a tab's page, to check them all. */
  countPage: Row<'extension-page', { readonly tabId: number; readonly kind: MediaKind }, undefined>;
  /** Checks what came into the page since it was counted. */
  checkNewMedia: Row<'panel', { readonly kind: MediaKind }, undefined>;
  startPageRun: Row<Sender, AboutPageRun, undefined>;
  cancelPageRun: Row<Sender, AboutPageRun, undefined>;
  /** Counts the page anew, and asks again. */
  retryPageRun: Row<Sender, AboutPageRun, undefined>;
  /** Asks the browser, within the user's gesture, for these sites; for all where none is named. */
  allowForPage: Row<Sender, AboutPageRun & { readonly origins?: readonly string[] }, undefined>;
  /** The panel of a check of which the frame shows a badge, by the frame's own name for the media. */
  openBadgedCheck: Row<'panel', { readonly key: string }, undefined>;
  /** The page of all results; that of a check is opened in it, where one is named. */
  openResults: Row<Sender, { readonly checkId?: string }, undefined>;
  /** The window that asks for access (Firefox) got it. */
  accessGranted: Row<'extension-page', AboutCheck, undefined>;
  openOptions: Row<Sender, Record<never, never>, undefined>;
  /** For a check that needs the passphrase. */
  openPopup: Row<Sender, Record<never, never>, undefined>;
  /** For a popup that would close while a file is chosen. */
  openPopupWindow: Row<'extension-page', PopupTab, undefined>;
  /** An upload has ended with no background to tell: this starts one, which takes it up. */
  uploadEnded: Row<'extension-page', Record<never, never>, undefined>;
  getAccount: Row<'extension-page', { readonly fresh: boolean }, AccountView>;
  getSavedAccount: Row<'extension-page', Record<never, never>, SavedAccount>;
  /** An empty secret stands for the saved one. Without a test only at the user's own wish. */
  saveAccount: Row<'extension-page', AccountDraft, AccountView>;
  /** False: the passphrase is wrong. */
  unlockAccount: Row<'extension-page', { readonly passphrase: string }, boolean>;
  signOut: Row<'extension-page', Record<never, never>, undefined>;
  clearResults: Row<'extension-page', Record<never, never>, undefined>;
  removeResult: Row<'extension-page', AboutCheck, undefined>;
  /** Shows a check's panel on its media; false where its tab shows another page by now, or no panel can be. */
  showCheck: Row<'extension-page', AboutCheck, boolean>;
  /** Checks the media of a result anew, past any cache, in its tab; where that has gone, its page is opened and no more. */
  checkAgain: Row<'extension-page', AboutCheck, 'started' | 'page-opened'>;
  /** Whether the background is at work on a message. Answered by the listener itself (receive.ts). */
  isInHand: Row<Sender, { readonly messageId: string }, boolean>;
}

/** Messages to the page script of one frame. They come from the background alone. */
export interface ToPage {
  /** Whether the keyboard's focus, or the pointer, is on a picture in this frame. */
  isPointedAt: { request: Record<never, never>; answer: boolean };
  /** Finds what the user pointed at, unless it was found for this check before. */
  findMedia: { request: AboutMedia; answer: FoundMedia };
  /** False when the frame is too small to hold the panel; the media is remembered all the same. */
  openPanel: { request: AboutMedia & { readonly view: PanelView }; answer: boolean };
  readMedia: { request: AboutMedia & { readonly limits: ReadLimits }; answer: PageRead | TooLargeInPage };
  /** How far `readMedia` has got; undefined where nothing has come yet. */
  readProgress: { request: AboutCheck; answer: ReadProgress | undefined };
  /** Ends `readMedia` at once. */
  stopRead: { request: AboutCheck; answer: undefined };
  /** What the media's element shows. */
  readPixels: { request: AboutMedia; answer: PageRead };
  /** Takes the panel out of the picture and says where the media is on the screen. */
  prepareCapture: { request: AboutMedia; answer: OnScreen | 'hidden' | undefined };
  finishCapture: { request: AboutCheck; answer: undefined };
}

/** Messages to the clip script of one frame. They come from the background alone. */
export interface ToClipScript {
  recordClip: { request: AboutCheck & { readonly seconds: number }; answer: ClipRead };
  /** At most `count` frames, spread over the seconds. */
  takeFrames: { request: AboutCheck & { readonly seconds: number; readonly count: number }; answer: FramesRead };
  lookAtVideo: { request: AboutCheck; answer: VideoLook };
  stopClip: { request: AboutCheck; answer: undefined };
}

/** Messages to the script for whole pages of one frame. They come from the background alone. */
export interface ToPageCheckScript {
  /** Says what the frame holds, and shows from then on what becomes of it. */
  collectMedia: { request: { readonly kind: MediaKind }; answer: CollectedFrame };
  /** Something has changed after the end: looks again. */
  followRun: { request: Record<never, never>; answer: undefined };
  /** Takes badges and pill out of the picture, while the screen is captured for a check. */
  hideBadges: { request: AboutCheck; answer: undefined };
  showBadges: { request: AboutCheck; answer: undefined };
}

interface AboutMedia extends AboutCheck {
  /** Left out when the page has found it before, or when the media is in another frame than the panel. */
  readonly pointed?: PointedMedia;
}

/** Messages to the offscreen document (Chromium). They come from the background alone. */
export interface ToOffscreen {
  /** A port with this name comes next (offscreen-port.ts). */
  expectPort: { request: { readonly name: string }; answer: boolean };
  /** An SVG image as PNG. No answer: it is none. */
  rasterise: { request: { readonly svg: Blob }; answer: Blob };
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

/** Then the id of a tab; opened by the popup. Posts PageRunView, or nothing while there is no check of that page. */
export const TAB_RUN_FEED_PREFIX = 'page-run-in:';

/** An answer on its way through the browser. */
export type Wire<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };
