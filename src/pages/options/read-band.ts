/** A band of likelihoods, in percent. */
export interface PercentBand {
  readonly from: number;
  readonly to: number;
}

/** The band that was typed; undefined when it is none: two numbers from 0 to 100, the lower one first. */
export function readBand(from: string, to: string): PercentBand | undefined {
  if (from.trim() === '' || to.trim() === '') return undefined;
  const band = { from: Number(from), to: Number(to) };
  return band.from >= 0 && band.from <= band.to && band.to <= 100 ? band : undefined;
}
