/** One of several files for the same picture. */
export interface DenseCandidate {
  readonly url: string;
  /** Its pixels for each CSS pixel. */
  readonly density: number;
}

/** The file that serves a screen best: the smallest that is dense enough, else the densest. The first of equals. */
export function fittest(candidates: readonly DenseCandidate[], wanted: number): string | undefined {
  let best: DenseCandidate | undefined;
  for (const candidate of candidates) {
    const isBetter =
      !best ||
      (best.density < wanted
        ? candidate.density > best.density
        : candidate.density >= wanted && candidate.density < best.density);
    if (isBetter) best = candidate;
  }
  return best?.url;
}
