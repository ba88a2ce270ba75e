import type { Judgement } from '../check/check-record.ts';
import { type PopupTab, tabQuery } from './own-page-address.ts';
import type { FileSaysBriefly, PanelTone } from './panel-view.ts';

/** Then whose list it is, as `tabQuery` says: nothing of private windows may be seen in others. Opened by the popup. Posts CheckRow[]. */
export const CHECKS_FEED_PREFIX = 'checks:';

/**
 * Then the tab of the welcome page: whether something was checked in it. Posts a boolean: the rows of a popup hold thumbnails, whose
 * files the browser does not free while a page has them.
 */
export const TRIED_FEED_PREFIX = 'tried:';

/** The name of the feed for a popup. */
export function checksFeed(tab: PopupTab): string {
  return CHECKS_FEED_PREFIX + tabQuery(tab);
}

/** One row of the popup's list of checks, already in the user's words. */
export interface CheckRow {
  readonly checkId: string;
  /** Where the check stands. */
  readonly words: string;
  readonly tone: PanelTone | 'quiet';
  /** Its likelihood, or why there is none. */
  readonly more?: string;
  readonly fileSays?: FileSaysBriefly;
  /** What else is to be known of the verdict. */
  readonly note?: string;
  /** The address of its page, or the name of the file. */
  readonly place: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** It waits for an answer. */
  readonly isAsking: boolean;
  /** Left out for a file, and for a check of an earlier browser session. */
  readonly tabId?: number;
  /** It is of a private window, and nowhere in the results. */
  readonly isPrivate?: boolean;
  readonly thumbnail?: Blob;
}

/** Then the id of a tab: all that was checked in it. Opened by the side panel. Posts TabChecks. */
export const TAB_CHECKS_FEED_PREFIX = 'tab-checks:';

/** What has changed in the list of a tab. */
export interface TabChecks {
  /** These are all: what was told before counts no more. */
  readonly isWhole: boolean;
  readonly rows: readonly TabCheckRow[];
  /** The ids of checks that are no more. */
  readonly gone: readonly string[];
  /** The id of the check whose details were asked for in the page, told once. */
  readonly opened?: string;
}

/** One row of the side panel's list. Its thumbnail is asked for when it is drawn. */
export interface TabCheckRow extends Omit<CheckRow, 'thumbnail'> {
  /** From 0 to 1. */
  readonly likelihood?: number;
  readonly percent?: string;
  /** The file says other than BitMind. */
  readonly isDisputed?: true;
  readonly hasThumbnail?: true;
  /** There is a verdict to be judged. */
  readonly isJudged?: true;
  readonly judgement?: Judgement;
  /** Where it is in the order of its page, from 0; left out for what was checked by itself. */
  readonly position?: number;
}
