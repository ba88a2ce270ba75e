import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import { isPrivateAddress } from '../read/private-address.ts';

/**
 * What an address may have behind its path: how a server scales and codes an image, each by a number or one of few words. Anything else
 * may be a key, or say who asks.
 */
const HARMLESS = /^(\?((auto|crop|dpr|fit|fm|format|h|height|q|quality|resize|w|width)=[\w.,:-]{0,12}(&|$))*)?$/;

/** Whether services may be asked about it, by its address or its file: they take images, and no result is kept of a private window. */
export function isForElsewhere({ kind, isPrivate }: MediaReference): boolean {
  return kind === 'image' && !isPrivate;
}

/**
 * The address of an image that anyone can see; undefined for what only the user may see, as far as the address tells, and for what a
 * private window showed.
 */
export function publicAddress(media: MediaReference): string | undefined {
  if (isLocalFile(media) || !isForElsewhere(media) || media.isUrlCut) return undefined;
  const url = URL.parse(media.url ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || isPrivateAddress(url)) return undefined;
  url.hash = ''; // No server sees it.
  return HARMLESS.test(url.search) && url.username + url.password === '' ? url.href : undefined;
}
