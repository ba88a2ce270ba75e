import type { CheckDeskParts } from '../../core/check/check-desk-parts.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { isUnchanged } from '../../core/media/is-unchanged.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import type { History } from '../store/history.ts';

const DAY_MS = 86_400_000;

/** How long an address counts as known, in milliseconds. */
const ADDRESS_LIFETIME_MS = DAY_MS;

/**
 * Verdicts that were given before, out of the history: on the same bytes, for as long as the user wants; at the same address,
 * for a day, and only where its server says that nothing has changed. By the same service alone.
 */
export function knownVerdicts(
  history: Pick<History, 'verdictOf' | 'latestAt'>,
  fetch: typeof globalThis.fetch,
  clock: () => number,
): Pick<CheckDeskParts, 'knownVerdict' | 'recognise'> {
  return {
    async knownVerdict(sha256, host) {
      const { reuseDays } = await settingsItem.get();
      if (reuseDays === 0) return undefined;
      const before = await history.verdictOf(sha256, clock() - reuseDays * DAY_MS);
      if (!before?.verdict || before.sentTo !== host) return undefined;
      return { verdict: before.verdict, givenAt: before.answeredAt ?? before.endedAt ?? before.startedAt };
    },
    async recognise({ media, fromScreen }, host, signal) {
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
    },
  };
}
