import type { MediaKind } from '../../core/check/media-reference.ts';
import type { SendReason } from '../../core/check/question.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { cutAddress } from '../address-limit.ts';
import type { PageRun } from '../store/page-run.ts';

/** The page whose media are checked. */
export interface PageToCheck {
  readonly tabId: number;
  readonly pageUrl: string;
  readonly isPrivate: boolean;
}

/** The check of a page of which nothing is known yet. */
export function emptyRun(page: PageToCheck, kind: MediaKind, startedAt: number): PageRun {
  const nothing = { items: [], accessMissing: [], privateHosts: [], reasons: [] as readonly SendReason[] };
  const counting = { state: 'counting', isQuiet: false, sentTo: '' } as const;
  const pageUrl = cutAddress(withoutUserinfo(page.pageUrl));
  return { id: crypto.randomUUID(), kind, startedAt, ...counting, ...page, pageUrl, ...nothing };
}
