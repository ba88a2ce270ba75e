import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type PageMedia } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { PageRead } from '../../core/media/page-media.ts';
import { withoutCookiesToPrivate } from '../browser/cookie-guard.ts';
import { reasonsToAsk } from '../check/ask-before-sending.ts';
import { isPrivateAddress } from '../check/private-address.ts';
import { type ReadInPageOptions, readInPage } from '../page-link/page-link.ts';

/** Throws where a public address has led to a private one that the user was not asked about. */
export async function admitAddress({ media, agreed = [] }: CheckRecord, url: string): Promise<void> {
  if (isLocalFile(media) || agreed.includes('private-network')) return;
  const { reasons, site = '' } = await reasonsToAsk({ ...media, url });
  if (reasons.includes('private-network')) throw new AppError({ code: 'led-to-private', host: site });
}

/** How the page reads; `admitSize` throws for a file that is too large. */
interface AdmittedOptions extends ReadInPageOptions {
  readonly admitSize: (sizeBytes: number) => void;
}

/** What the page could read, unless it is too large, or the page was led to a private address: throws then, as above. */
export async function readAdmitted(check: CheckRecord, media: PageMedia, options: AdmittedOptions): Promise<PageRead> {
  const read = await readInPage(check.id, media, options);
  if ('ledTo' in read && read.ledTo !== undefined) await admitAddress(check, read.ledTo);
  if (!('sizeBytes' in read)) return read;
  options.admitSize(read.sizeBytes);
  return { unreadable: true }; // The page said no for a size that is none to say no to.
}

/** Reads by the background; what goes with cookies is not led into a private network with them, unless the user said yes to it. */
export function guarded<T>(
  { media, agreed = [] }: CheckRecord,
  credentials: 'omit' | 'include',
  read: () => Promise<T>,
): Promise<T> {
  const isMeant = isLocalFile(media) || agreed.includes('private-network') || isPrivate(media.url);
  return credentials === 'omit' || isMeant ? read() : withoutCookiesToPrivate(read);
}

function isPrivate(url = ''): boolean {
  const address = URL.parse(url);
  return address !== null && isPrivateAddress(address);
}
