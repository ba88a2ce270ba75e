import type { SourceClaim } from '../../core/media/file-metadata.ts';
import { actionsIn, type Manifest, present, shownOnce } from './manifest-store.ts';

/** What a term of IPTC's vocabulary says about AI: all of it, a part of it, none of it. */
type AiShare = 'all' | 'part' | 'none';

/**
 * The terms of cv.iptc.org/newscodes/digitalsourcetype (2024-05), with what they say about AI. `algorithmicMedia` is made by
 * arithmetic without learning from examples. Of `compositeSynthetic` the vocabulary says "elements that are synthetic", which
 * may be AI or not; it counts as a part. Terms that C2PA adds have an address of its own.
 */
const TERMS: Readonly<Record<string, AiShare>> = {
  trainedAlgorithmicMedia: 'all',
  compositeWithTrainedAlgorithmicMedia: 'part',
  compositeSynthetic: 'part',
  trainedAlgorithmicData: 'all',
  algorithmicMedia: 'none',
  algorithmicallyEnhanced: 'none',
  digitalCapture: 'none',
  computationalCapture: 'none',
  negativeFilm: 'none',
  positiveFilm: 'none',
  print: 'none',
  humanEdits: 'none',
  minorHumanEdits: 'none',
  compositeCapture: 'none',
  composite: 'none',
  digitalCreation: 'none',
  digitalArt: 'none',
  dataDrivenMedia: 'none',
  virtualRecording: 'none',
  screenCapture: 'none',
  softwareImage: 'none',
};

/** Terms by which something was taken from the world. */
const CAPTURES = ['digitalCapture', 'computationalCapture', 'negativeFilm', 'positiveFilm'];

/** Longest term that is kept. Characters. */
const MAX_TERM = 60;

/** The term at the end of its address, or standing alone; undefined for what can be none. All of the vocabulary begin with a small letter. */
export function sourceTerm(written: string): string | undefined {
  const term = written
    .trim()
    .replace(/\/$/, '')
    .replace(/^.*[/#:]/s, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return /^[A-Za-z]+$/.test(term) && term.length <= MAX_TERM ? term : undefined;
}

/** The most telling of what some terms say; undefined where they say nothing of AI, nor of a camera. */
export function claimOf(terms: readonly string[]): SourceClaim | undefined {
  const shares = terms.map((term) => (Object.hasOwn(TERMS, term) ? TERMS[term] : undefined));
  if (shares.includes('all')) return 'ai';
  if (shares.includes('part')) return 'part-ai';
  return terms.some((term) => CAPTURES.includes(term)) ? 'capture' : undefined;
}

/** The terms that a manifest gives for its own file. */
export function sourcesOf(manifest: Manifest): string[] {
  const actions = actionsIn(manifest).flatMap((one) => present(one.actions));
  return shownOnce(actions.map(({ digitalSourceType }) => sourceTerm(digitalSourceType ?? '') ?? ''));
}
