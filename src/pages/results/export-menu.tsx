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
import type { ExportFormat } from './export-results.ts';
import type { HistoryList } from './history-list.ts';
import { MenuButton } from './menu-button.tsx';
import type { ResultOrder } from './use-result-ids.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = { csv: 'text/csv', json: 'application/json' };

interface ExportMenuProps {
  readonly list: HistoryList;
  /** Undefined until they are known. */
  readonly order: ResultOrder | undefined;
  /** Those that are selected; where none are, what is shown is what is exported. */
  readonly chosen: readonly string[];
  readonly band: InconclusiveBand | undefined;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
}

/** Saves results as a file, piece by piece. */
export function ExportMenu({ list, order, chosen, band, isWhole, onWhole }: ExportMenuProps): JSX.Element {
  const [running, setRunning] = useState<AbortController>();
  const [words, setWords] = useState('');
  useEffect(() => () => running?.abort(), [running]);

  const ids = chosen.length > 0 ? chosen : (order?.ids ?? []);

  async function write(format: ExportFormat, signal: AbortSignal): Promise<void> {
    if (!order || !band) return;
    const { exportResults } = await import('./export-results.ts');
    const { filter } = order;
    const exportedAt = Date.now();
    const pieces: Blob[] = [];
    const parts = { format, ids, filter, band, isWhole, exportedAt, extensionVersion: extensionVersion() };
    const rules = {
      read: list.checks,
      manifest: async (id: string) => (await list.credentials(id))?.json,
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

  const isDisabled = running !== undefined || !order || order.isPartial || order.ids.length === 0;
  return (
    <div class="export">
      <div role="status">{words}</div>
      {running && (
        <button type="button" onClick={() => running.abort()}>
          {translate('cancel')}
        </button>
      )}
      <MenuButton name={translate('exportResults')} isDisabled={isDisabled}>
        {(['csv', 'json'] as const).map((format) => (
          <button type="button" role="menuitem" key={format} tabIndex={-1} onClick={() => start(format)}>
            {translate('exportAs', format.toUpperCase())}
          </button>
        ))}
        <button
          type="button"
          role="menuitemcheckbox"
          class="rule"
          aria-checked={isWhole}
          title={translate('aboutWholeAddresses')}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation(); // It stays open: what comes next is a format.
            onWhole(!isWhole);
          }}
        >
          <span class="tick-mark" aria-hidden="true">
            {isWhole ? '✓' : ''}
          </span>
          {translate('wholeAddresses')}
        </button>
      </MenuButton>
    </div>
  );
}
