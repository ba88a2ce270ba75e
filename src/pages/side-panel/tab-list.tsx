import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { factsLine, translate } from '../../core/i18n.ts';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { placeText } from '../shared/place-text.ts';
import { CheckDetails } from './check-details.tsx';
import { CheckListView } from './check-list-view.tsx';
import { entryBeside, type ListFilter, type ListSort, listedRows, nextUnsure } from './list-order.ts';
import { ListTools } from './list-tools.tsx';
import { type KeyAct, keyAct } from './panel-keys.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SpokenChanges } from './spoken-changes.tsx';
import { useCheckActs } from './use-check-acts.ts';
import { type RowsById, useTabChecks } from './use-tab-checks.ts';

/** All that was checked in a tab, or one entry of it; questions come first. Keys and buttons do the same. */
export function TabList({ tabId }: { readonly tabId: number }): JSX.Element | null {
  const byId = useTabChecks(tabId);
  const [sort, setSort] = useState<ListSort>('position');
  const [filter, setFilter] = useState<ListFilter>('all');
  const [activeId, setActiveId] = useState<string>();
  const [openedId, setOpenedId] = useState<string>();
  /** A part of its image is to be chosen; another object each time. */
  const [partWanted, setPartWanted] = useState<object>();
  const [focusWanted, setFocusWanted] = useState<object>();
  const [hasKeys, setHasKeys] = useState(false);
  const { said, failure, actOn } = useCheckActs(openedId ?? activeId);
  const rows = useMemo(() => listedRows(byId?.values() ?? [], sort, filter), [byId, sort, filter]);
  const opened = openedId === undefined ? undefined : byId?.get(openedId);
  const chosen = opened ?? (activeId === undefined ? undefined : byId?.get(activeId));

  function open(checkId: string, isPartWanted = false): void {
    setActiveId(checkId);
    setOpenedId(checkId);
    setPartWanted(isPartWanted ? {} : undefined);
  }

  function goTo(checkId: string | undefined): void {
    if (checkId === undefined) return;
    if (opened) open(checkId);
    else {
      setActiveId(checkId);
      setFocusWanted({});
    }
  }

  /** False: it does nothing here. */
  function act(what: KeyAct): boolean {
    const id = chosen?.checkId;
    if (what === 'keys') setHasKeys(true);
    else if (what === 'next-unsure') goTo(nextUnsure(rows, id)?.checkId);
    else if (what === 'next' || what === 'previous') goTo(entryBeside(rows, id, what === 'next' ? 1 : -1)?.checkId);
    else if (what === 'back') {
      if (!opened) return false;
      setOpenedId(undefined);
      setFocusWanted({});
    } else if (!chosen) return false;
    else if (what === 'part') open(chosen.checkId, true);
    else {
      if (what === 'show') open(chosen.checkId);
      actOn(what, chosen);
    }
    return true;
  }

  useKeys(act);
  if (!byId) return null;
  const asking = Array.from(byId.values()).filter(({ isAsking, checkId }) => isAsking && checkId !== opened?.checkId);
  return (
    <section class="tab-list" aria-label={translate('tabChecks')}>
      <SpokenChanges words={byId.size === 0 ? '' : summary(rows.length, byId)} />
      {asking.map(({ checkId, place }) => (
        <FollowedCheck key={checkId} id={checkId} name={placeText(place)} />
      ))}
      <p role="status" class="quiet">
        {said}
      </p>
      <FailureLine failure={failure} />
      {opened ? (
        <CheckDetails key={opened.checkId} row={opened} partWanted={partWanted} onAct={act} />
      ) : (
        <>
          {byId.size > 0 && <ListTools {...{ sort, filter }} onSort={setSort} onFilter={setFilter} onAct={act} />}
          {byId.size === 0 && <p class="quiet">{translate('tabNoChecks')}</p>}
          {byId.size > 0 && rows.length === 0 && <p class="quiet">{translate('listNoneShown')}</p>}
          <CheckListView {...{ rows, activeId, focusWanted }} onActivate={setActiveId} onOpen={open} />
        </>
      )}
      {hasKeys && <ShortcutsDialog onClose={() => setHasKeys(false)} />}
    </section>
  );
}

/** Hears the keys of the side panel, while that has the focus. */
function useKeys(act: (what: KeyAct) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What lies over all of it has the keys, wherever the focus is.
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
      const what = isTaken ? undefined : keyAct(event);
      if (what && latest.current(what)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** How many are shown, and what of all has come out. */
function summary(shown: number, byId: RowsById): string {
  const count = Array.from(byId.values()).filter(({ tone }) => tone === 'likely-ai').length;
  return factsLine([
    translate('listShown', numberText(shown), numberText(byId.size)),
    translate('outcomeLikelyAi', numberText(count)),
  ]);
}
