import type { CheckRecord } from '../../core/check/check-record.ts';
import { csvHead, csvLines } from './export-csv.ts';
import { type ExportHead, jsonHead, jsonItem, jsonTail } from './export-json.ts';
import { type ExportRules, exportedResult } from './exported-result.ts';

/** The forms a file of results can have. */
export type ExportFormat = 'csv' | 'json';

/** Results of one piece: a few milliseconds of work, so that the page can be used meanwhile. */
const RESULTS_A_PIECE = 500;

/** Text in memory, about: manifest stores may be long. Characters. */
const MOST_TEXT = 4_000_000;

/** What is written, and where from. */
export interface ExportOrder extends ExportHead, ExportRules {
  readonly format: ExportFormat;
  /** In the order of the file. */
  readonly ids: readonly string[];
  readonly read: (ids: readonly string[]) => Promise<readonly (CheckRecord | undefined)[]>;
  /** The manifest store of its file as JSON, where it is kept. */
  readonly manifest?: (id: string) => Promise<string | undefined>;
}

/** One piece of the file, and how many results are done with it. */
export interface ExportPiece {
  readonly text: string;
  readonly doneCount: number;
}

/** The file of an export, piece by piece. A result that was removed meanwhile is left out. */
export async function* exportResults(order: ExportOrder): AsyncGenerator<ExportPiece, void, undefined> {
  const { format, ids, read } = order;
  yield { text: format === 'csv' ? csvHead() : jsonHead(order), doneCount: 0 };
  let isFirst = true;
  for (let from = 0; from < ids.length; from += RESULTS_A_PIECE) {
    const piece = ids.slice(from, from + RESULTS_A_PIECE);
    const results = (await read(piece)).flatMap((check) => (check ? [exportedResult(check, order)] : []));
    const doneCount = from + piece.length;
    if (format === 'csv') yield { text: csvLines(results), doneCount };
    else {
      let text = '';
      for (const result of results) {
        const manifest = result.fileSays?.credentials ? await order.manifest?.(result.id) : undefined;
        text += jsonItem(result, manifest, isFirst);
        isFirst = false;
        if (text.length < MOST_TEXT) continue;
        yield { text, doneCount: from };
        text = '';
      }
      yield { text, doneCount };
    }
  }
  if (format === 'json') yield { text: jsonTail(), doneCount: ids.length };
}
