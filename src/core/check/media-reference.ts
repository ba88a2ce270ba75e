import { type Parsed, z } from '../schema.ts';

/** What BitMind judges. */
export const mediaKindSchema = z.enum(['image', 'video']);
export type MediaKind = Parsed<typeof mediaKindSchema>;

const pictureChoiceSchema = z.object({
  checkId: z.string(),
  /** In the order in which the page offered them, from 0; left out: the one that check is about. */
  index: z.exactOptional(z.number()),
});

/** One of the pictures that the page found for a check. */
export type PictureChoice = Parsed<typeof pictureChoiceSchema>;

const pageMediaSchema = z.object({
  kind: mediaKindSchema,
  /** How the user pointed at it. */
  pointedBy: z.enum(['menu', 'toolbar', 'keyboard', 'page']),
  /** In the check of a whole page: the page's own name for it. */
  itemKey: z.exactOptional(z.string()),
  /**
   * The media's address: http(s), `data:`, `blob:` or `file:`; as the browser gave it (`srcUrl`), or the page where it shows
   * a picture that no menu knows. Left out where there is none: a canvas.
   */
  url: z.exactOptional(z.string()),
  /** Only the beginning of a very long address was kept: it leads to nothing. */
  isUrlCut: z.exactOptional(z.boolean()),
  /** The address of the top page. */
  pageUrl: z.string(),
  /** The address of the frame that shows the media, where that is not the top page and has an address of its own. */
  frameUrl: z.exactOptional(z.string()),
  tabId: z.number(),
  /** 0 is the top frame. */
  frameId: z.number(),
  /** Firefox: names the very element that was clicked. */
  targetElementId: z.exactOptional(z.number()),
  /** A video that shows a camera or a call: it has no address. */
  isCamera: z.exactOptional(z.boolean()),
  /** The page has found it, and remembers it for this check. */
  isFound: z.exactOptional(z.boolean()),
  /** Of several pictures the page found for an earlier check: which. */
  choice: z.exactOptional(pictureChoiceSchema),
  /** Nobody pointed at it: it is checked as it is shown. What may be sent so goes by stricter rules. */
  isAutomatic: z.exactOptional(z.boolean()),
  /** The tab is in a private window: the check is kept in memory only. */
  isPrivate: z.boolean(),
});

/** Media in a page: what the browser said at the user's act, and what the page then claimed. */
export interface PageMedia extends Parsed<typeof pageMediaSchema> {}

const localFileSchema = z.object({
  kind: mediaKindSchema,
  /** As the user has it, without a path. */
  fileName: z.string(),
  isPrivate: z.boolean(),
});

/** A file the user gave from this computer. Its bytes are in the background's memory alone. */
export interface LocalFile extends Parsed<typeof localFileSchema> {}

/** Where the media of a check is. */
export const mediaReferenceSchema = z.union([localFileSchema, pageMediaSchema]);
export type MediaReference = Parsed<typeof mediaReferenceSchema>;

/** Whether media is a file of this computer. */
export function isLocalFile(media: MediaReference): media is LocalFile {
  return 'fileName' in media;
}
