import type { PanelTone } from './panel-view.ts';

/** One row of the popup's list of checks, already in the user's words. */
export interface CheckRow {
  readonly checkId: string;
  /** Where the check stands. */
  readonly words: string;
  readonly tone: PanelTone | 'quiet';
  /** Its likelihood, or why there is none. */
  readonly more?: string;
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
