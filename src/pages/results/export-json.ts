import type { InconclusiveBand } from '../../core/check/headline.ts';
import type { ExportedResult } from './exported-result.ts';
import type { ResultFilter } from './result-filter.ts';

/** The version of docs/export-schema.json: it grows by one with every change that a reader has to know of. */
const EXPORT_VERSION = 2;

/** What stands before the results. */
export interface ExportHead {
  /** Epoch milliseconds. */
  readonly exportedAt: number;
  readonly extensionVersion: string;
  readonly filter: ResultFilter;
  readonly band: InconclusiveBand;
}

/** The beginning of the file. */
export function jsonHead({ exportedAt, extensionVersion, filter, band }: ExportHead): string {
  const head = {
    format: 'check-with-bitmind/results',
    version: EXPORT_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    extensionVersion,
    filter: { outcome: filter.outcome ?? null, text: filter.text.trim() },
    inconclusiveBand: { low: band.low, high: band.high },
  };
  return `${JSON.stringify(head).slice(0, -1)},"results":[\n`;
}

/** Some results; `isFirst`: none was written before. */
export function jsonItems(results: readonly ExportedResult[], isFirst: boolean): string {
  if (results.length === 0) return '';
  return `${isFirst ? '' : ',\n'}${results.map((result) => JSON.stringify(result)).join(',\n')}`;
}

/** The end of the file. */
export function jsonTail(): string {
  return '\n]}\n';
}
