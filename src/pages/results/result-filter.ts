import type { Headline } from '../../core/check/headline.ts';

/** What a result came to: the headline of its verdict, or none. */
export type ResultOutcome = Headline | 'failed';

/** Which results are meant. */
export interface ResultFilter {
  /** Left out: all. */
  readonly outcome?: ResultOutcome;
  /** In the address of page or media, or the file's name; as people type it. Empty: all. */
  readonly text: string;
}
