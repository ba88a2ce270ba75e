import { openDB } from 'idb';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { HISTORY_NAME } from '../../core/store/history-database.ts';
import { parseStoredCheck } from '../../core/store/stored-check.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { extensionVersion } from '../shared/extension-version.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { datedName, saveFile } from '../shared/save-file.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import { exportResults } from './export-results.ts';

/** What is wrong with a history, by the name of the error that its use came to. Any other: it is damaged. */
const SENTENCES: Readonly<Record<string, MessageKey>> = {
  VersionError: 'historyNewer',
  QuotaExceededError: 'historyFull',
  SecurityError: 'historyUnavailable',
  InvalidStateError: 'historyUnavailable',
  ReferenceError: 'historyUnavailable',
};

interface BrokenHistoryProps {
  readonly error: Error;
  /** For the export; undefined while the settings are unknown. */
  readonly band: InconclusiveBand | undefined;
}

/** Says what is wrong with a history that cannot be used, and offers to start a new one. */
export function BrokenHistory({ error, band }: BrokenHistoryProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const { failure, attempt } = useAttempt();

  async function startAnew(): Promise<void> {
    setBusy(true);
    await attempt(async () => {
      if (band) await saveOld(band);
      await sendToBackground('startNewHistory', {});
    });
    setBusy(false);
  }

  return (
    <>
      <p role="alert">{translate(SENTENCES[error.name] ?? 'historyDamaged')}</p>
      <div class="actions">
        <button type="button" onClick={() => dialog.current?.showModal()}>
          {translate('startNewHistory')}
        </button>
      </div>
      <dialog ref={dialog} aria-label={translate('startNewHistory')}>
        <p>{translate('startNewHistorySure')}</p>
        <FailureLine failure={failure} />
        <div class="actions">
          <button type="button" class="primary" disabled={isBusy} onClick={startAnew}>
            {translate('startNewHistory')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {translate('cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}

/** Saves what can be read of the old history as a file; nothing where that is nothing. */
async function saveOld(band: InconclusiveBand): Promise<void> {
  const checks = await readOld().catch(() => []); // It is damaged: that is why a new one is started.
  if (checks.length === 0) return;
  const exportedAt = Date.now();
  const pieces: Blob[] = [];
  const order = {
    format: 'json',
    ids: checks.map(({ id }) => id),
    filter: { text: '' },
    ...{ band, exportedAt, isWhole: false, extensionVersion: extensionVersion() },
    read: async (ids: readonly string[]) => {
      const wanted = new Set(ids);
      return checks.filter(({ id }) => wanted.has(id));
    },
    sentenceOf: (error: Parameters<typeof errorWords>[0]) => errorWords(error).sentence,
  } as const;
  for await (const { text } of exportResults(order)) pieces.push(new Blob([text]));
  saveFile(new Blob(pieces, { type: 'application/json' }), datedName('bitmind-results', 'json', exportedAt));
}

/** The results of a history of whatever version, the latest first. */
async function readOld() {
  const database = await openDB(HISTORY_NAME);
  try {
    const stored: readonly unknown[] = await database.getAll('checks');
    return stored.flatMap((one) => parseStoredCheck(one) ?? []).sort((a, b) => b.startedAt - a.startedAt);
  } finally {
    database.close(); // Before it is deleted.
  }
}
