import type { Verdict } from '../service/verdict.ts';

/** The part of the scale, as fractions of 1, in which a likelihood decides nothing. */
export interface InconclusiveBand {
  readonly low: number;
  readonly high: number;
}

export type Headline = 'likely-ai' | 'likely-not-ai' | 'inconclusive';

/**
 * The headline of a verdict. The band's edges belong to it. Where the band lies to one side of 50 % a likelihood can
 * be beyond it on the far side of the verdict: the verdict then comes from `isAI`, as it does without a number.
 */
export function headlineOf(verdict: Verdict, band: InconclusiveBand): Headline {
  const { isAi, likelihood } = verdict;
  if (likelihood !== undefined && likelihood >= band.low && likelihood <= band.high) return 'inconclusive';
  return isAi ? 'likely-ai' : 'likely-not-ai';
}
