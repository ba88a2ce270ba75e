/** Where the media of a check is: what the browser said at the user's click, no more than a claim about the page. */
export interface MediaReference {
  readonly kind: 'image';
  /** The media's address as the browser gave it (`srcUrl`): http(s), `data:` or `blob:`. */
  readonly url: string;
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
  /** The tab is in a private window: the check is kept in memory only. */
  readonly isPrivate: boolean;
}
