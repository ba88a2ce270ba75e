import type { DeclaredOrigin } from './declared-origin.ts';
import type { Verdict } from './verdict.ts';

/** Probability of AI for each term of IPTC's vocabulary that says so (cv.iptc.org/newscodes/digitalsourcetype). */
const CONFIDENCE_BY_TERM: ReadonlyMap<string, number> = new Map([
  ['trainedAlgorithmicMedia', 0.97],
  ['algorithmicMedia', 0.88],
  ['compositeWithTrainedAlgorithmicMedia', 0.74],
  ['compositeSynthetic', 0.66],
]);
const GENERATOR_CONFIDENCE = 0.97;
const NOTHING_DECLARED_CONFIDENCE = 0.04;
/** BitMind's documentation: `isAI` is `confidence >= 0.5`. */
const AI_FROM = 0.5;

/** The verdict a declared origin gives. The numbers are fixed so that tests can expect them; they measure nothing. */
export function judgeOrigin(origin: DeclaredOrigin): Verdict {
  const confidence = confidenceOf(origin);
  return { isAI: confidence >= AI_FROM, confidence };
}

function confidenceOf(origin: DeclaredOrigin): number {
  switch (origin.kind) {
    case 'generator':
      return GENERATOR_CONFIDENCE;
    case 'digital-source-type':
      return CONFIDENCE_BY_TERM.get(origin.term) ?? NOTHING_DECLARED_CONFIDENCE;
    case 'none':
      return NOTHING_DECLARED_CONFIDENCE;
  }
}
