import type { MediaKind } from '../../core/check/media-reference.ts';
import type { SendReason } from '../../core/check/question.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';

/**
 * The states of a page's check: what is there is counted; the user is asked whether to go on; its media are checked, each
 * by a check of its own.
 */
export type PageRunState = 'counting' | 'asking' | 'running' | 'done' | 'cancelled' | 'failed';

/** What is to be done with one of the media of a page. */
export type ItemStanding =
  | 'to-check'
  /** Checked not long ago, and the same still. */
  | 'known'
  | 'too-small'
  /** The page has not loaded it, or shows it under copy protection, or it is a file of this computer. */
  | 'unreadable';

/** One of the media of a page; what has the same address is one. */
export interface PageItem {
  /** The page's name for it, in its frame. */
  readonly key: string;
  readonly frameId: number;
  /** The frame's address, where that is not the top page. */
  readonly frameUrl?: string;
  readonly url?: string;
  /** Only the beginning of a very long address is known. */
  readonly isUrlCut?: boolean;
  readonly standing: ItemStanding;
  /** Its check, once it has begun. */
  readonly checkId?: string;
}

/** The check of a whole page. */
export interface PageRun {
  readonly id: string;
  readonly kind: MediaKind;
  readonly state: PageRunState;
  readonly tabId: number;
  readonly pageUrl: string;
  readonly isPrivate: boolean;
  /** The page asks that nothing be drawn in it. */
  readonly isQuiet: boolean;
  readonly items: readonly PageItem[];
  /** Where one of the media is that may be read only with the user's permission, as far as is known. Origins. */
  readonly accessMissing: readonly string[];
  /** Why the user is asked before any of them is sent. */
  readonly reasons: readonly SendReason[];
  /** The hosts which those reasons are about. */
  readonly privateHosts: readonly string[];
  /** The host of the service. */
  readonly sentTo: string;
  readonly error?: ErrorData;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** Whether nothing will happen to a page's check by itself or by an answer. */
export function hasRunEnded({ state }: PageRun): boolean {
  return state === 'done' || state === 'cancelled' || state === 'failed';
}

/** How many media of a page have each standing. */
export function countStandings({ items }: PageRun): Readonly<Record<ItemStanding, number>> {
  const counts = { 'to-check': 0, known: 0, 'too-small': 0, unreadable: 0 };
  for (const { standing } of items) counts[standing] += 1;
  return counts;
}
