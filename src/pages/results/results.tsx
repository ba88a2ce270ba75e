import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { translate, translateCount } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { useSettings } from '../options/use-settings.ts';
import { extensionVersion } from '../shared/extension-version.ts';
import { loadedLater } from '../shared/loaded-later.tsx';
import { datedName, saveFile } from '../shared/save-file.ts';
import { failureSentence } from '../shared/use-attempt.ts';
import { ActNote } from './act-note.tsx';
import { ClearAll } from './clear-all.tsx';
import { DroppedNotice } from './dropped-notice.tsx';
import type { Result } from './evidence-report.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { createHistoryList } from './history-list.ts';
import type { ResultFilter } from './result-filter.ts';
import type { ResultActions } from './result-row.tsx';
import { LATEST_FIRST, type ResultSort } from './result-sort.ts';
import { ResultTable } from './result-table.tsx';
import { useRemoval } from './use-removal.ts';
import { type ResultOrder, useResultIds } from './use-result-ids.ts';
import { useSelection } from './use-selection.ts';
import './results.css';

const BrokenHistory = loadedLater(async () => (await import('./broken-history.tsx')).BrokenHistory);
const ResultDialog = loadedLater(async () => (await import('./result-dialog.tsx')).ResultDialog);

/** The page of all results. It reads the history itself, and leaves every change of it to the background. */
export function Results(): JSX.Element {
  const [list] = useState(() => createHistoryList());
  const { settings, failure } = useSettings();
  const [filter, setFilter] = useState<ResultFilter>({ text: '' });
  const [sort, setSort] = useState(LATEST_FIRST);
  const [isWhole, setWhole] = useState(false);
  const [openId, setOpenId] = useHash();
  const [said, setSaid] = useState('');
  const { inconclusiveFrom, inconclusiveTo } = settings ?? {};
  const band = useMemo(
    () =>
      inconclusiveFrom === undefined || inconclusiveTo === undefined
        ? undefined
        : { low: inconclusiveFrom / 100, high: inconclusiveTo / 100 },
    [inconclusiveFrom, inconclusiveTo],
  );
  const order = useResultIds(list, filter, sort, band);
  const known = order instanceof Error ? undefined : order;
  const selection = useSelection(known?.ids ?? NONE);
  const { chosen } = selection;
  const removal = useRemoval(say);

  /** Does something with a result, and says what came of it. */
  function say(doing: Promise<string>): void {
    setSaid('');
    doing.then(setSaid, (error: unknown) => setSaid(failureSentence(error)));
  }

  async function checkAgain(checkId: string): Promise<string> {
    const outcome = await sendToBackground('checkAgain', { checkId });
    return translate(outcome === 'started' ? 'checkAgainStarted' : 'checkAgainOpened');
  }

  async function report(result: Result): Promise<string> {
    const { id } = result.check;
    const now = Date.now();
    const [{ evidenceReport }, thumbnail, credentials] = await Promise.all([
      import('./evidence-report.ts'),
      list.thumbnail(id),
      list.credentials(id),
    ]);
    const text = await evidenceReport({
      ...result,
      thumbnail,
      credentials,
      isWhole,
      extensionVersion: extensionVersion(),
      now,
    });
    const name = datedName(`bitmind-report-${id.slice(0, 8)}`, 'html', now);
    saveFile(new Blob([text], { type: 'text/html' }), name);
    return translate('reportSaved', name);
  }

  function sortBy(next: ResultSort): void {
    toTop();
    setSort(next);
  }

  const actions: ResultActions = {
    open: (id) => {
      setSaid('');
      setOpenId(id);
    },
    checkAgain: (id) => say(checkAgain(id)),
    remove: (id) => {
      if (openId === id) setOpenId('');
      removal.remove([id]);
    },
  };

  if (browser.extension.inIncognitoContext) return <Page>{translate('resultsPrivate')}</Page>;
  if (failure !== undefined) return <Page>{translate('resultsFailed')}</Page>;
  if (order instanceof Error)
    return (
      <main>
        <h1>{translate('resultsTitle')}</h1>
        <BrokenHistory error={order} band={band} />
      </main>
    );
  return (
    <main>
      <div class="title-line">
        <h1>{translate('resultsTitle')}</h1>
        <ClearAll isDisabled={order?.ids.length === 0 && filter.text === '' && filter.outcome === undefined} />
      </div>
      <DroppedNotice />
      <FilterBar
        filter={filter}
        onFilter={(next) => {
          toTop();
          setFilter(next);
        }}
      />
      <div class="count-line">
        <p role="status">{countText(order, chosen.length)}</p>
        {chosen.length > 0 && (
          <div class="actions">
            <button
              type="button"
              onClick={() => {
                selection.clear();
                removal.remove(chosen);
              }}
            >
              {translateCount('deleteResults', chosen.length)}
            </button>
            <button type="button" onClick={selection.clear}>
              {translate('clearSelection')}
            </button>
          </div>
        )}
        <ExportMenu {...{ list, order, chosen, band, isWhole }} onWhole={setWhole} />
      </div>
      {order && band && order.ids.length > 0 && (
        <ResultTable {...{ order, list, band, actions, selection }} onSort={sortBy} />
      )}
      {order?.ids.length === 0 && !order.isPartial && <EmptyNote filter={order.filter} />}
      <ActNote removal={removal} said={openId === '' ? said : ''} onDismissed={() => setSaid('')} />
      {openId !== '' && order && band && (
        <ResultDialog
          key={openId}
          {...{ list, band, actions, isWhole, said }}
          id={openId}
          version={order.version}
          onWhole={setWhole}
          onReport={(result) => say(report(result))}
          onClose={() => openId === location.hash.slice(1) && setOpenId('')} // Heard late, it may be another that is open.
        />
      )}
    </main>
  );
}

const NONE: readonly string[] = [];

function countText(order: ResultOrder | undefined, chosenCount: number): string {
  if (!order || order.isPartial) return translate('resultsLoading');
  if (chosenCount > 0) return translateCount('resultsSelected', chosenCount);
  return translateCount('resultCount', order.ids.length);
}

function toTop(): void {
  window.scrollTo({ top: 0, behavior: 'instant' });
}

function Page({ children }: { readonly children: string }): JSX.Element {
  return (
    <main>
      <h1>{translate('resultsTitle')}</h1>
      <p role="alert">{children}</p>
    </main>
  );
}

/** What stands after "#" in the page's address: the id of the result that is open. Empty: none is. */
function useHash(): readonly [hash: string, setHash: (hash: string) => void] {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [
    hash,
    (next) => {
      history.replaceState(null, '', next === '' ? location.pathname : `#${next}`);
      setHash(next);
    },
  ];
}

/** Why there is no result to be seen. */
function EmptyNote({ filter }: { readonly filter: ResultFilter }): JSX.Element {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    Promise.all([sendToBackground('getManagedSettings', {}), settingsItem.get()]).then(([managed, settings]) => {
      setKept((managed.keepResultsDays ?? settings.keepResultsDays) > 0);
    }, logFault);
  }, []);
  const isFiltered = filter.outcome !== undefined || filter.text.trim() !== '';
  const words = isFiltered ? 'resultsNoMatch' : isKept ? 'resultsNone' : 'resultsNotKept';
  return <p class="empty quiet">{translate(words)}</p>;
}
