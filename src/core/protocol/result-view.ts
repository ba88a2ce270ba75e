import type { Diagnostics, FileMetadataView, PanelView, SaidLine } from './panel-view.ts';

/** A name and what it is, in the user's words. */
export type Fact = readonly [name: string, value: string];

/**
 * What is known of a kept result, in the user's words. What its media is stands apart (result-media.ts): how much of an address
 * is told depends on whom it is told to.
 */
export interface ResultView
  extends Required<Pick<PanelView, 'headline'>>,
    Pick<PanelView, 'likelihood' | 'inconclusiveRange' | 'meaning' | 'firmness' | 'timeline'> {
  readonly warnings: readonly SaidLine[];
  /** Below the headline: the likelihood, or those of frames; or why there is no verdict, and the service's own words. */
  readonly outcome: readonly string[];
  /** The bytes that were sent, or read where there is no account, and how they were had. Empty where none were read. */
  readonly bytes: readonly Fact[];
  /** The service's answer, as it gave it. Empty where there is none. */
  readonly answer: readonly Fact[];
  /** Left out where nobody looked at it. */
  readonly fileSays?: FileMetadataView;
  /** How services can look at it, and which an administrator allows: by its address, where anyone can see it, else by its file. */
  readonly elsewhere?: {
    readonly address: string | undefined;
    readonly hasFile: boolean;
    readonly allowed: readonly string[] | undefined;
  };
  readonly diagnostics: Diagnostics;
  /** Its image can be read once more, as far as is known: a part of it may be checked, and how firm its verdict is. */
  readonly canLookCloser: boolean;
  /** Its video can be read once more, as far as is known, and judged in so many parts. */
  readonly partsToJudge?: number;
}
