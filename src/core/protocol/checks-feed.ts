import type { PopupTab } from './own-page-address.ts';
import type { PanelTone } from './panel-view.ts';

// The feed of the popup's list, which posts CheckRow[]. Its name says whose list it is: nothing of private windows may be seen
// in others.

const [PREFIX, PRIVATE, NORMAL] = ['checks', 'private', 'normal'] as const;

/** The name of the feed for a popup. */
export function checksFeed({ tabId, isPrivate }: PopupTab): string {
  return [PREFIX, isPrivate ? PRIVATE : NORMAL, tabId ?? ''].join(':');
}

/** Which popup a feed is for; undefined for another feed. */
export function popupOfFeed(name: string): PopupTab | undefined {
  const [prefix, kind, tab = '', ...more] = name.split(':');
  if (prefix !== PREFIX || (kind !== PRIVATE && kind !== NORMAL) || !/^\d*$/.test(tab) || more.length > 0)
    return undefined;
  return { isPrivate: kind === PRIVATE, ...(tab !== '' && { tabId: Number(tab) }) };
}

/** One row of the popup's list of checks, already in the user's words. */
export interface CheckRow {
  readonly checkId: string;
  /** Where the check stands. */
  readonly words: string;
  readonly tone: PanelTone | 'quiet';
  /** Its likelihood, or why there is none. */
  readonly more?: string;
  /** The address of its page, or the name of the file. */
  readonly place: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** It waits for an answer. */
  readonly isAsking: boolean;
  /** Left out for a file, and for a check of an earlier browser session. */
  readonly tabId?: number;
  /** It is of a private window, and nowhere in the results. */
  readonly isPrivate?: boolean;
  readonly thumbnail?: Blob;
}
