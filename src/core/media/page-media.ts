import { type Parsed, z } from '../schema.ts';
import { PRINT_LENGTH } from './picture-print.ts';
import { MAX_COLLECTED, MAX_TOLD_URL } from './told-limits.ts';
import { withoutUserinfo } from './without-userinfo.ts';

// What the page's scripts tell about media: claims of a hostile place, parsed where they arrive. The scripts import the types alone.

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the page may name as media's address: never a script, an extension's page or a browser's. */
export const mediaAddressSchema = z.string().check(
  z.overwrite(withoutUserinfo),
  z.refine((text) => {
    const protocol = URL.parse(text)?.protocol ?? '';
    return ['http:', 'https:', 'data:', 'blob:', 'file:'].includes(protocol);
  }),
);

/** What the page found where the user pointed. */
export const foundMediaSchema = z.union([
  z.object({ kind: z.enum(['address', 'video']), url: mediaAddressSchema }),
  /** Several may be meant: the panel shows them. */
  z.object({ kind: z.literal('several'), count: z.number() }),
  z.object({
    kind: z.enum([
      'protected', // A video that may not be copied.
      'camera',
      'stream', // A video without an address, fed by a script of the page.
      'canvas', // Pixels without an address.
      'drawing', // An inline SVG.
      'not-loaded', // The page has not loaded the picture, and does not say where it is.
      'gone', // It was there, and is not any more.
      'nothing',
    ]),
  }),
]);
export type FoundMedia = Parsed<typeof foundMediaSchema>;

/** How much the page reads: not a byte of a file that is said to be larger, and no more of one whose size nobody said. */
export interface ReadLimits {
  /** As much as the service takes. */
  readonly maxBytes: number;
  /** A file said to have more is asked about first. */
  readonly askAboveBytes?: number;
}

const bytes = z.number().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));
/** The address that redirections led to. */
const ledTo = z.exactOptional(mediaAddressSchema);

/** The size of a file in which the page stopped, or did not begin, to read. */
export const tooLargeInPageSchema = z.object({ sizeBytes: bytes, ledTo });
export type TooLargeInPage = Parsed<typeof tooLargeInPageSchema>;

/** How far the page has got with a file. */
export const readProgressSchema = z.object({ doneBytes: bytes, totalBytes: z.exactOptional(bytes) });
export type ReadProgress = Parsed<typeof readProgressSchema>;

const pixels = z.number().check(z.gte(1), z.lte(1_000_000));
const shownPictureSchema = z.object({
  width: pixels,
  height: pixels,
  /** Left out where its pixels may not be read, or not exactly. */
  print: z.exactOptional(
    z.array(z.number().check(z.gte(0), z.lte(255))).check(z.refine(({ length }) => length === PRINT_LENGTH)),
  ),
});

/** The picture that an element shows, before any style. */
export type ShownPicture = Parsed<typeof shownPictureSchema>;

const header = z.exactOptional(z.string().check(z.maxLength(1_000)));
const shown = z.exactOptional(shownPictureSchema);

/** What the page could read of the media by itself. Not being able to is a value: the ladder has further steps. */
export const pageReadSchema = z.union([
  z.object({
    blob: z.instanceof(Blob),
    shown,
    ledTo,
    validators: z.exactOptional(z.object({ etag: header, lastModified: header })),
    doubt: z.exactOptional(z.enum(['changing', 'unsure'])),
  }),
  z.object({
    unreadable: z.literal(true),
    shown,
    /** The server's refusal, where the page asked as its element does: nobody else would be told anything better. */
    status: z.exactOptional(z.number().check(z.gte(400), z.lte(599))),
    /** One picture after the other comes from there, without end: there is no file for anybody. */
    isEndless: z.exactOptional(z.literal(true)),
  }),
]);
export type PageRead = Parsed<typeof pageReadSchema>;

const seconds = z.number().check(z.gte(0), z.lte(1e7));
/** Left out for what has no end. */
const durationSeconds = z.exactOptional(seconds);
const refusal = z.enum(['paused', 'protected', 'unsupported', 'frozen', 'black', 'gone']);

/** Why nothing was taken of a playing video. Not being able to is a value. */
export type ClipRefusal = Parsed<typeof refusal>;
const refused = z.object({ refused: refusal });

/** A few seconds of what was playing, as MP4. */
export const clipReadSchema = z.union([
  z.object({ blob: z.instanceof(Blob), fromSeconds: seconds, toSeconds: seconds, durationSeconds }),
  refused,
]);
export type ClipRead = Parsed<typeof clipReadSchema>;

const frameInPageSchema = z.object({ blob: z.instanceof(Blob), atSeconds: seconds });

/** One frame of what was playing. */
export type FrameInPage = Parsed<typeof frameInPageSchema>;

/** Frames of what was playing, in their order, as PNG. */
export const framesReadSchema = z.union([
  z.object({ frames: z.array(frameInPageSchema).check(z.minLength(1)), durationSeconds }),
  refused,
]);
export type FramesRead = Parsed<typeof framesReadSchema>;

/** Where a playing video is now. */
export const videoLookSchema = z.union([z.object({ atSeconds: seconds, durationSeconds }), refused]);
export type VideoLook = Parsed<typeof videoLookSchema>;

const length = z.number().check(z.gte(0), z.lte(100_000));

const style = z.string().check(z.maxLength(200));
const fileRoomSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  /** By `object-fit` or `background-size`, and by their position, as computed. */
  fit: style,
  position: style,
  /** How many CSS pixels of the tab one of the element's is. */
  scale: z.number().check(z.gt(0)),
  /** The size in which the page has the file, where it says. */
  own: z.exactOptional(z.object({ width: z.number(), height: z.number() })),
});

/** The room in which an element shows its file, and how it lies there. */
export type FileRoom = Parsed<typeof fileRoomSchema>;

/** Where the media is on the screen, in CSS pixels of the tab's viewport, clipped to it. */
export const onScreenSchema = z.object({
  left: length,
  top: length,
  width: length.check(z.gt(0)),
  height: length.check(z.gt(0)),
  viewportWidth: length.check(z.gt(0)),
  /** Part of the media is out of view. */
  isPartial: z.boolean(),
  /** Left out where it is not known. */
  file: z.exactOptional(fileRoomSchema),
});
export type OnScreen = Parsed<typeof onScreenSchema>;

const side = z.number().check(z.gte(0), z.lte(1_000_000));
const collectedMediaSchema = z.object({
  /** The frame's own name for it. */
  key: z.string().check(z.maxLength(64)),
  /** Left out where it has none. */
  url: z.exactOptional(z.string().check(z.maxLength(MAX_TOLD_URL), z.overwrite(withoutUserinfo))),
  isUrlCut: z.exactOptional(z.boolean()),
  /** Of the file where the page has loaded it, else of the place where it is shown. Pixels. */
  size: z.object({ width: side, height: side }),
  /** The page has it, and may give it. */
  isReadable: z.boolean(),
});

/** One of the media of a whole frame; what has the same address is one. */
export type CollectedMedia = Parsed<typeof collectedMediaSchema>;

/** What a frame holds. */
export const collectedFrameSchema = z.object({
  media: z.array(collectedMediaSchema).check(z.maxLength(MAX_COLLECTED)),
  /** The frame's address. */
  url: z.string().check(z.maxLength(MAX_TOLD_URL), z.overwrite(withoutUserinfo)),
  /** The page asks extensions to draw nothing in it (`<meta name="CR-allow-UI-injection" content="false">`). */
  isQuiet: z.boolean(),
  /** Nothing was collected in this document before. */
  isFirst: z.exactOptional(z.boolean()),
});
export type CollectedFrame = Parsed<typeof collectedFrameSchema>;
