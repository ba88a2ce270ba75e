/** By what results are in order. */
export type SortKey = 'when' | 'verdict' | 'likelihood';

/** The order of results. */
export interface ResultSort {
  readonly by: SortKey;
  /** Else the latest, the likeliest to be AI-generated, the highest likelihood are first. */
  readonly isReversed: boolean;
}

export const LATEST_FIRST: ResultSort = { by: 'when', isReversed: false };
