import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { logFault } from '../../core/log.ts';
import type { FileMetadata } from '../../core/media/file-metadata.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckStore } from '../check/check-store.ts';
import { indexedCheck } from '../store/indexed-check.ts';
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
  { history, store, clock }: CheckContext,
  sha256: string,
  host: string,
): Promise<KnownVerdict | undefined> {
  const { reuseDays } = await settingsItem.get();
  if (reuseDays === 0) return undefined;
  const before = await unlessBroken(
    () => history.verdictOf(sha256, clock() - reuseDays * DAY_MS),
    () => latestJudged(store, ({ read }) => read?.sha256 === sha256),
  );
  if (!before?.verdict || before.sentTo !== host) return undefined;
  return { verdict: before.verdict, givenAt: before.answeredAt ?? before.endedAt ?? before.startedAt };
}

/**
 * Media that this service judged at the same address within a day, where its server says that nothing has changed; undefined
 * where that is not known.
 */
export async function recogniseMedia(
  { history, store, fetch, clock }: CheckContext,
  { media, fromScreen }: Pick<CheckRecord, 'media' | 'fromScreen'>,
  host: string,
  signal: AbortSignal,
): Promise<RecognisedMedia | undefined> {
  if (isLocalFile(media) || fromScreen || media.isPrivate || media.isUrlCut) return undefined;
  const { url = '' } = media;
  const { reuseDays } = await settingsItem.get();
  if (reuseDays === 0 || !/^https?:/.test(url)) return undefined;
  const before = await unlessBroken(
    () => history.latestAt(url, clock() - ADDRESS_LIFETIME_MS),
    () => latestJudged(store, (check) => indexedCheck(check).indexed.address === url),
  );
  const { verdict, read, thumbnail, fileMetadata, answeredAt, sentTo, endedAt, startedAt } = before ?? {};
  const validators = read?.validators;
  if (!verdict || !read || !validators || sentTo !== host || before?.media.kind !== media.kind) return undefined;
  if (!(await hasSiteAccess(new URL(url).origin))) return undefined;
  if (!(await isUnchanged(url, validators, fetch, signal))) return undefined;
  const givenAt = answeredAt ?? endedAt ?? startedAt ?? clock();
  return { verdict, read, givenAt, ...(thumbnail && { thumbnail }), ...(fileMetadata && { fileMetadata }) };
}

/**
 * What the history has; where it cannot be used, what this session has. So a check goes on without it, and nothing is sent a second
 * time for want of it.
 */
async function unlessBroken(
  lookUp: () => Promise<CheckRecord | undefined>,
  ofSession: () => CheckRecord | undefined,
): Promise<CheckRecord | undefined> {
  try {
    return await lookUp();
  } catch (error) {
    logFault(error);
    return ofSession();
  }
}

/** The latest check of this session that has a verdict; never one of a private window. */
function latestJudged(store: CheckStore, isIt: (check: CheckRecord) => boolean): CheckRecord | undefined {
  return store.latest((check) => check.verdict !== undefined && !check.media.isPrivate && isIt(check), 1)[0];
}
