import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import type { FileMetadata } from '../../core/media/file-metadata.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import type { CheckContext } from '../check/check-context.ts';
import { isUnchanged } from './is-unchanged.ts';

const DAY_MS = 86_400_000;

/** How long an address counts as known, in milliseconds. */
const ADDRESS_LIFETIME_MS = DAY_MS;

/** A verdict that was given before. */
interface KnownVerdict {
  readonly verdict: Verdict;
  /** Epoch milliseconds. */
  readonly givenAt: number;
}

/** Media that was checked before, and is the same still, as its server says: nothing is read. */
interface RecognisedMedia extends KnownVerdict {
  readonly read: ReadReport;
  /** What the file said then. */
  readonly fileMetadata?: FileMetadata;
  readonly thumbnail?: Blob;
}

/** A verdict on these bytes that this service has given, for as long as the user wants; undefined when there is none. */
export async function knownVerdict(
  { history, clock }: CheckContext,
  sha256: string,
  host: string,
): Promise<KnownVerdict | undefined> {
  const { reuseDays } = await settingsItem.get();
  if (reuseDays === 0) return undefined;
  const before = await history.verdictOf(sha256, clock() - reuseDays * DAY_MS);
  if (!before?.verdict || before.sentTo !== host) return undefined;
  return { verdict: before.verdict, givenAt: before.answeredAt ?? before.endedAt ?? before.startedAt };
}

/**
 * Media that this service judged at the same address within a day, where its server says that nothing has changed; undefined
 * where that is not known.
 */
export async function recogniseMedia(
  { history, fetch, clock }: CheckContext,
  { media, fromScreen }: Pick<CheckRecord, 'media' | 'fromScreen'>,
  host: string,
  signal: AbortSignal,
): Promise<RecognisedMedia | undefined> {
  if (isLocalFile(media) || fromScreen || media.isPrivate || media.isUrlCut) return undefined;
  const { url = '' } = media;
  const { reuseDays } = await settingsItem.get();
  if (reuseDays === 0 || !/^https?:/.test(url)) return undefined;
  const before = await history.latestAt(url, clock() - ADDRESS_LIFETIME_MS);
  const { verdict, read, thumbnail, fileMetadata, answeredAt, sentTo, endedAt, startedAt } = before ?? {};
  const validators = read?.validators;
  if (!verdict || !read || !validators || sentTo !== host || before?.media.kind !== media.kind) return undefined;
  if (!(await hasSiteAccess(new URL(url).origin))) return undefined;
  if (!(await isUnchanged(url, validators, fetch, signal))) return undefined;
  const givenAt = answeredAt ?? endedAt ?? startedAt ?? clock();
  return { verdict, read, givenAt, ...(thumbnail && { thumbnail }), ...(fileMetadata && { fileMetadata }) };
}
