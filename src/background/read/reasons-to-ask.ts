import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference, type PageMedia } from '../../core/check/media-reference.ts';
import type { SendQuestion, SendReason } from '../../core/check/question.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { isAgreed } from '../store/agreed.ts';
import { isPrivateAddress } from './private-address.ts';

/** Reasons that hold for a whole site: a yes to them can be remembered. The others are about one picture. */
export const SITE_REASONS: readonly SendReason[] = ['private-network', 'local-file', 'private-window'];

/**
 * Why the user is asked before this media is read and sent: it is private, as far as its address tells, and no yes for its
 * site is remembered. A file that the user gave was given for this very purpose. What nobody pointed at is never let through by what was
 * said or set for what somebody did.
 */
export async function reasonsToAsk(media: MediaReference): Promise<Pick<SendQuestion, 'reasons' | 'site'>> {
  if (isLocalFile(media)) return { reasons: [] };
  const { isAutomatic } = media;
  const asksForPrivate = isAutomatic || (await settingsItem.get()).asksForPrivate;
  const reasons: SendReason[] = [];
  const address = ownAddress(media);
  if (asksForPrivate && address.protocol === 'file:') reasons.push('local-file');
  if (asksForPrivate && isHttp(address) && isPrivateAddress(address)) reasons.push('private-network');
  if (media.isPrivate) reasons.push('private-window');
  if (media.isCamera) reasons.push('camera');
  const site = siteOf(media);
  const isNew = async (reason: SendReason) => isAutomatic || !(await isAgreed(reason, site, media.isPrivate));
  const asked = await Promise.all(reasons.map(isNew));
  return { reasons: reasons.filter((_, index) => asked[index]), site };
}

/** Those of the reasons that the user has not said yes to in this check: to a private network, host by host. */
export function unanswered(
  { agreed = [], agreedHosts = [] }: Pick<CheckRecord, 'agreed' | 'agreedHosts'>,
  reasons: readonly SendReason[],
  site = '',
): readonly SendReason[] {
  return reasons.filter(
    (reason) => !agreed.includes(reason) || (reason === 'private-network' && !agreedHosts.includes(site)),
  );
}

/** The site a yes counts for: the host that serves the media; for files, all of them. */
export function siteOf(media: PageMedia): string {
  return ownAddress(media).host;
}

/** Where the media comes from: for a `blob:`, who made it, and for what has no host of its own, the page around it. */
function ownAddress({ url, frameUrl, pageUrl }: PageMedia): URL {
  const told = URL.parse(url ?? '');
  const address = told?.protocol === 'blob:' ? URL.parse(told.origin) : told;
  if (address && (isHttp(address) || address.protocol === 'file:')) return address;
  return URL.parse(frameUrl ?? pageUrl) ?? new URL('about:blank');
}

/** Neither a page of the extension's own nor one of the browser's is in a network. */
function isHttp({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** An image with a side below this says too little: the user is asked first. Pixels. */
const SMALL_SIDE = 32;

/** Whether an image is so small that a verdict on it is worth little. */
export function isVerySmall({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.min(width, height) < SMALL_SIDE;
}
