import type { CheckRecord } from '../../core/check/check-record.ts';
import type { PageMedia } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { type FetchedFile, fetchOriginal } from '../../core/media/fetch-original.ts';
import type { PageRead, ReadLimits } from '../../core/media/page-media.ts';
import { withCookiesOfOneOrigin } from '../browser/cookie-guard.ts';
import { withReferrer } from '../browser/referrer-rule.ts';
import { readInPage } from '../page-link/page-link.ts';
import { readPolicy } from '../store/policy.ts';
import { isCut } from './is-cut.ts';
import { pageReferrer } from './page-referrer.ts';
import { reasonsToAsk, unanswered } from './reasons-to-ask.ts';
import { isSiteAllowed } from './site-rules.ts';

/** One attempt to read the media of a check: by which rules, and how it is watched and stopped. */
export interface Reading {
  readonly check: CheckRecord;
  readonly media: PageMedia;
  readonly limits: ReadLimits;
  /** Throws for a file that is too large, or is read after a question alone. */
  readonly admitSize: (sizeBytes: number) => void;
  /** Time until the whole file must be there, in milliseconds; left out: enough for an image. */
  readonly wholeLimitMs?: number;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number | undefined) => void;
}

/** One way in which the background asks for a file. */
export interface BackgroundStep {
  readonly method: 'direct' | 'direct-with-cookies' | 'direct-with-referrer';
  readonly credentials: 'omit' | 'include';
  readonly referrer?: string;
}

/**
 * The background's steps: each tells the media's site more than the one before. The page itself told both cookies and referrer. For a
 * private window neither is told: the background's cookies are those of normal windows.
 */
export function backgroundSteps({ frameUrl, pageUrl, isPrivate }: PageMedia, url: string): readonly BackgroundStep[] {
  if (isPrivate) return [{ method: 'direct', credentials: 'omit' }];
  const referrer = pageReferrer(frameUrl ?? pageUrl, url);
  return [
    { method: 'direct', credentials: 'omit' },
    { method: 'direct-with-cookies', credentials: 'include' },
    ...(referrer === undefined
      ? []
      : [{ method: 'direct-with-referrer', credentials: 'include', referrer } satisfies BackgroundStep]),
  ];
}

/**
 * The background's use of the HTTP cache, by what it tells the site: an entry of its own may be old, and with cookies it may be
 * a refusal or a placeholder that the step without them was given. For a private window it is left alone: it is on the disk.
 */
const CACHE = { omit: 'no-cache', include: 'no-store' } as const;

/** Reads by the background. Cookies go to the media's own origin alone, wherever that leads. */
export function readByBackground(
  { check, limits, media, fetch, ...options }: Reading,
  url: string,
  { credentials, referrer }: BackgroundStep,
): Promise<FetchedFile> {
  const admit = (address: string) => admitAddress(check, address);
  const asPlayer = media.kind === 'video';
  const guarded: typeof fetch = (address, how) => withCookiesOfOneOrigin(url, () => fetch(address, how));
  const isGuarded = credentials === 'include' && /^https?:/.test(url);
  const how = {
    ...options,
    ...limits,
    credentials,
    cache: media.isPrivate ? 'no-store' : CACHE[credentials],
    admit,
    asPlayer,
    isCut,
    fetch: isGuarded ? guarded : fetch,
  };
  const read = () => fetchOriginal(url, how);
  return referrer === undefined ? read() : withReferrer(url, referrer, read);
}

/** What the page could read. Throws where that is too large, or where it was led to a private address. */
export async function readByPage(reading: Reading): Promise<PageRead> {
  const { check, media, admitSize } = reading;
  const read = await readInPage(check.id, media, reading);
  if ('ledTo' in read && read.ledTo !== undefined) await admitAddress(check, read.ledTo);
  if (!('sizeBytes' in read)) return read;
  admitSize(read.sizeBytes);
  return { unreadable: true }; // The page said no for a size that is none to say no to.
}

/** Throws where an address has led to a site that the administrator blocks, or to a private one that the user was not asked about. */
async function admitAddress(check: CheckRecord, url: string): Promise<void> {
  const { blockedSites } = await readPolicy();
  if (!isSiteAllowed({ blockedSites }, { page: url })) throw new AppError({ code: 'site-blocked' });
  const { reasons, site = '' } = await reasonsToAsk({ ...check.media, url });
  if (unanswered(check, reasons, site).includes('private-network'))
    throw new AppError({ code: 'led-to-private', host: site });
}

/** Throws for a file that the page read, and that ends before its own structure does. */
export async function requireWhole(file: Blob): Promise<void> {
  if (await isCut(file)) throw new AppError({ code: 'incomplete-file' });
}
