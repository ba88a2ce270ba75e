import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isAbort } from '../../core/errors/app-error.ts';
import { translate, translateCount } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { progressText } from '../../core/words/numbers.ts';
import { extensionVersion } from '../shared/extension-version.ts';
import { datedName, saveFile } from '../shared/save-file.ts';
import { type ExportFormat, exportResults } from './export-results.ts';
import type { HistoryList } from './history-list.ts';
import type { ResultOrder } from './use-result-ids.ts';
import { WholeTick } from './whole-tick.tsx';

const TYPES: Readonly<Record<ExportFormat, string>> = { csv: 'text/csv', json: 'application/json' };

interface ExportBarProps {
  readonly list: HistoryList;
  /** What is shown is what is exported. */
  readonly order: ResultOrder;
  readonly band: InconclusiveBand;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
}

/** Saves the results that are shown as a file, piece by piece. */
export function ExportBar({ list, order, band, isWhole, onWhole }: ExportBarProps): JSX.Element {
  const [running, setRunning] = useState<AbortController>();
  const [words, setWords] = useState('');
  useEffect(() => () => running?.abort(), [running]);

  async function write(format: ExportFormat, signal: AbortSignal): Promise<void> {
    const { ids, filter } = order;
    const exportedAt = Date.now();
    const pieces: Blob[] = [];
    const parts = { format, ids, filter, band, isWhole, exportedAt, extensionVersion: extensionVersion() };
    const rules = {
      read: list.checks,
      sentenceOf: (error: Parameters<typeof errorWords>[0]) => errorWords(error).sentence,
    };
    for await (const { text, doneCount } of exportResults({ ...parts, ...rules })) {
      signal.throwIfAborted();
      pieces.push(new Blob([text])); // What is in Blobs need not stay in memory.
      setWords(translate('exportRunning', progressText(ids.length === 0 ? 1 : doneCount / ids.length)));
    }
    const name = datedName('bitmind-results', format, exportedAt);
    saveFile(new Blob(pieces, { type: TYPES[format] }), name);
    setWords(translateCount('exportDone', ids.length, name));
  }

  function start(format: ExportFormat): void {
    const controller = new AbortController();
    setRunning(controller);
    write(format, controller.signal)
      .catch((error: unknown) => {
        if (isAbort(error)) return setWords('');
        logFault(error);
        setWords(translate('errorUnexpected'));
      })
      .finally(() => setRunning(undefined));
  }

  const isDisabled = running !== undefined || order.isPartial || order.ids.length === 0;
  return (
    <fieldset class="export" aria-label={translate('exportResults')}>
      <span aria-hidden="true">{translate('exportResults')}</span>
      {(['csv', 'json'] as const).map((format) => (
        <button
          type="button"
          key={format}
          aria-label={translate('exportAs', format.toUpperCase())}
          disabled={isDisabled}
          onClick={() => start(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
      {running && (
        <button type="button" onClick={() => running.abort()}>
          {translate('cancel')}
        </button>
      )}
      <WholeTick isWhole={isWhole} onWhole={onWhole} />
      <div role="status">{words}</div>
    </fieldset>
  );
}
