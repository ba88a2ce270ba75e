import type { Validators } from '../check/read-report.ts';
import type { PicturePrint } from './picture-print.ts';

// What the page script tells about a piece of media. Claims of a hostile place, parsed where they arrive.

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture that an element shows. */
export interface ShownPicture extends Size {
  /** Left out where its pixels may not be read, or not exactly. */
  readonly print?: PicturePrint;
}

/** What the page found where the user pointed. */
export type FoundMedia =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'video'; readonly url: string }
  /** A video that may not be copied. */
  | { readonly kind: 'protected' }
  | { readonly kind: 'camera' }
  /** Pixels without an address. */
  | { readonly kind: 'canvas' }
  /** An inline SVG. */
  | { readonly kind: 'drawing' }
  /** The page has not loaded the picture, and does not say where it is. */
  | { readonly kind: 'not-loaded' }
  /** It was there, and is not any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing' }
  /** Several may be meant: the panel shows them. */
  | { readonly kind: 'several' };

/** How much the page reads: not a byte of a file that is said to be larger, and no more of one whose size nobody said. */
export interface ReadLimits {
  /** As much as the service takes. */
  readonly maxBytes: number;
  /** A file said to have more is asked about first. */
  readonly askAboveBytes?: number;
}

/** The size of a file in which the page stopped, or did not begin, to read. Bytes. */
export interface TooLargeInPage {
  readonly sizeBytes: number;
  /** The address that redirections led to. */
  readonly ledTo?: string;
}

/** How far the page has got with a file. */
export interface ReadProgress {
  readonly doneBytes: number;
  readonly totalBytes?: number;
}

/**
 * What the page could read of the media by itself. Not being able to is a value: the ladder has further steps. `shown` is the
 * picture that the page shows, before any style; left out where it shows none. `ledTo` is the address that redirections led
 * to.
 */
export type PageRead =
  | { readonly blob: Blob; readonly shown?: ShownPicture; readonly ledTo?: string; readonly validators?: Validators }
  | {
      readonly unreadable: true;
      readonly shown?: ShownPicture;
      /** The server's refusal, where the page asked as its element does: nobody else would be told anything better. */
      readonly status?: number;
      /** One picture after the other comes from there, without end: there is no file for anybody. */
      readonly isEndless?: true;
    };

/** Why a playing video was not recorded. */
export type ClipRefusal = 'paused' | 'protected' | 'unsupported' | 'frozen' | 'black' | 'gone';

/** A few seconds of what was playing, as MP4. Not being able to record is a value. */
export type ClipRead =
  | {
      readonly blob: Blob;
      readonly fromSeconds: number;
      readonly toSeconds: number;
      /** Left out for what has no end. */
      readonly durationSeconds?: number;
    }
  | { readonly refused: ClipRefusal };

/** One frame of what was playing. */
export interface FrameInPage {
  readonly blob: Blob;
  readonly atSeconds: number;
}

/** Frames of what was playing, in their order, as PNG. Not being able to take them is a value. */
export type FramesRead =
  | { readonly frames: readonly FrameInPage[]; readonly durationSeconds?: number }
  | { readonly refused: ClipRefusal };

/** Where a playing video is now. */
export type VideoLook =
  | { readonly atSeconds: number; readonly durationSeconds?: number }
  | { readonly refused: ClipRefusal };

/** Where the media is on the screen, in CSS pixels of the tab's viewport, clipped to it. */
export interface OnScreen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly viewportWidth: number;
  /** Part of the media is out of view. */
  readonly isPartial: boolean;
}

/** One of the media of a whole frame; what has the same address is one. */
export interface CollectedMedia {
  /** The frame's own name for it. */
  readonly key: string;
  /** At most `MAX_TOLD_URL` characters of it; left out where it has none. */
  readonly url?: string;
  readonly isUrlCut?: boolean;
  /** Of the file where the page has loaded it, else of the place where it is shown. Pixels. */
  readonly size: Size;
  /** The page has it, and may give it. */
  readonly isReadable: boolean;
}

/** What a frame holds. */
export interface CollectedFrame {
  readonly media: readonly CollectedMedia[];
  /** The frame's address. */
  readonly url: string;
  /** The page asks extensions to draw nothing in it (`<meta name="CR-allow-UI-injection" content="false">`). */
  readonly isQuiet: boolean;
}

/** More of an address than this is not told; `data:` addresses hold whole files. Characters. */
export const MAX_TOLD_URL = 2_000;

/** More media of one frame than this are not told: the first of them in the order of the document are. */
export const MAX_COLLECTED = 2_000;
