/** What BitMind judges. */
export type MediaKind = 'image' | 'video';

/** Where the media of a check is. */
export type MediaReference = PageMedia | LocalFile;

/** Media in a page: what the browser said at the user's act, and what the page then claimed. */
export interface PageMedia {
  readonly kind: MediaKind;
  /** How the user pointed at it. */
  readonly pointedBy: 'menu' | 'toolbar' | 'keyboard' | 'page';
  /** In the check of a whole page: the page's own name for it. */
  readonly itemKey?: string;
  /**
   * The media's address: http(s), `data:`, `blob:` or `file:`; as the browser gave it (`srcUrl`), or the page where it shows
   * a picture that no menu knows. Left out where there is none: a canvas.
   */
  readonly url?: string;
  /** Only the beginning of a very long address was kept: it leads to nothing. */
  readonly isUrlCut?: boolean;
  /** The address of the top page. */
  readonly pageUrl: string;
  /** The address of the frame that shows the media, where that is not the top page and has an address of its own. */
  readonly frameUrl?: string;
  readonly tabId: number;
  /** 0 is the top frame. */
  readonly frameId: number;
  /** Firefox: names the very element that was clicked. */
  readonly targetElementId?: number;
  /** A video that shows a camera or a call: it has no address. */
  readonly isCamera?: boolean;
  /** The page has found it, and remembers it for this check. */
  readonly isFound?: boolean;
  /** Of several pictures the page found for an earlier check: which. */
  readonly choice?: PictureChoice;
  /** The tab is in a private window: the check is kept in memory only. */
  readonly isPrivate: boolean;
}

/** One of the pictures that the page found for a check. */
export interface PictureChoice {
  readonly checkId: string;
  /** In the order in which the page offered them, from 0. */
  readonly index: number;
}

/** A file the user gave from this computer. Its bytes are in the background's memory alone. */
export interface LocalFile {
  readonly kind: MediaKind;
  /** As the user has it, without a path. */
  readonly fileName: string;
  readonly isPrivate: boolean;
}

/** Whether media is a file of this computer. */
export function isLocalFile(media: MediaReference): media is LocalFile {
  return 'fileName' in media;
}
