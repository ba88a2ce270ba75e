import type { PopupTab } from './own-page-address.ts';

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
