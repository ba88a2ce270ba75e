import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { factsLine, translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { CheckDetails, type Way } from './check-details.tsx';
import { CheckListView } from './check-list-view.tsx';
import { entryBeside, type ListFilter, type ListSort, listedRows, nextUnsure } from './list-order.ts';
import { ListTools } from './list-tools.tsx';
import { SpokenChanges } from './spoken-changes.tsx';
import { useTabChecks } from './use-tab-checks.ts';

/** All that was checked in a tab: the list, or one entry of it. */
export function TabList({ tabId }: { readonly tabId: number }): JSX.Element | null {
  const byId = useTabChecks(tabId);
  const [sort, setSort] = useState<ListSort>('position');
  const [filter, setFilter] = useState<ListFilter>('all');
  const [activeId, setActiveId] = useState<string>();
  const [openedId, setOpenedId] = useState<string>();
  /** The check whose media was looked for in vain. */
  const [notThere, setNotThere] = useState<string>();
  const { failure, attempt } = useAttempt();
  const [focusWanted, setFocusWanted] = useState<object>();
  const rows = useMemo(() => listedRows(byId?.values() ?? [], sort, filter), [byId, sort, filter]);
  if (!byId) return null;
  const opened = openedId === undefined ? undefined : byId.get(openedId);

  function open(checkId: string): void {
    setActiveId(checkId);
    setOpenedId(checkId);
  }

  function go(way: Way): void {
    const next =
      way === 'next-unsure' ? nextUnsure(rows, activeId) : entryBeside(rows, activeId, way === 'next' ? 1 : -1);
    if (next) open(next.checkId);
  }

  /** Outlines it in the page, which keeps its focus. */
  function show(checkId: string): void {
    setNotThere(undefined);
    void attempt(async () => {
      const isThere = await sendToBackground('showInPage', { checkId });
      if (!isThere) setNotThere(checkId);
    });
  }

  function close(): void {
    setOpenedId(undefined);
    setFocusWanted({});
  }

  return (
    <section aria-label={translate('tabChecks')}>
      <SpokenChanges words={byId.size === 0 ? '' : summary(rows.length, byId)} />
      <FailureLine failure={failure ?? (notThere === activeId && notThere ? translate('notInPage') : undefined)} />
      {opened ? (
        <CheckDetails key={opened.checkId} row={opened} onBack={close} onShow={() => show(opened.checkId)} onGo={go} />
      ) : (
        <>
          {byId.size > 0 && <ListTools {...{ sort, filter }} onSort={setSort} onFilter={setFilter} />}
          {byId.size === 0 && <p class="quiet">{translate('tabNoChecks')}</p>}
          {byId.size > 0 && rows.length === 0 && <p class="quiet">{translate('listNoneShown')}</p>}
          <CheckListView {...{ rows, activeId, focusWanted }} onActivate={setActiveId} onOpen={open} />
        </>
      )}
    </section>
  );
}

/** How many are shown, and what of all has come out. */
function summary(shown: number, byId: ReadonlyMap<string, { readonly tone: string }>): string {
  const count = Array.from(byId.values()).filter(({ tone }) => tone === 'likely-ai').length;
  return factsLine([
    translate('listShown', numberText(shown), numberText(byId.size)),
    translate('outcomeLikelyAi', numberText(count)),
  ]);
}
