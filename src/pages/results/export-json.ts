import type { InconclusiveBand } from '../../core/check/headline.ts';
import type { ExportedResult } from './exported-result.ts';
import type { ResultFilter } from './result-filter.ts';

/** The version of docs/export-schema.json: it grows by one with every change that a reader has to know of. */
const EXPORT_VERSION = 3;

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

/** A result, and the manifest store of its file, as JSON itself; `isFirst`: none was written before. */
export function jsonItem(result: ExportedResult, manifest: string | undefined, isFirst: boolean): string {
  const item = JSON.stringify(result).slice(0, -1);
  return `${isFirst ? '' : ',\n'}${item},"manifest":${manifest !== undefined && isJson(manifest) ? manifest : 'null'}}`;
}

/** It goes into the file as it is kept: what is no JSON would make none of all of it. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The end of the file. */
export function jsonTail(): string {
  return '\n]}\n';
}
