import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { factsLine, translate } from '../../core/i18n.ts';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { placeText } from '../shared/place-text.ts';
import { CheckDetails } from './check-details.tsx';
import { CheckListView } from './check-list-view.tsx';
import { entryBeside, type ListChoice, type ListPlace, listedRows, nextUnsure } from './list-order.ts';
import { ListTools } from './list-tools.tsx';
import { type KeyAct, keyAct } from './panel-keys.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SpokenChanges } from './spoken-changes.tsx';
import { useCheckActs } from './use-check-acts.ts';
import { type RowsById, useTabChecks } from './use-tab-checks.ts';

interface TabListProps {
  readonly tabId: number;
  readonly choice: ListChoice;
  readonly onChoose: (choice: ListChoice) => void;
}

/** All that was checked in a tab, or one entry of it; questions come first. Keys and buttons do the same. */
export function TabList({ tabId, choice, onChoose }: TabListProps): JSX.Element | null {
  const { sort, filter } = choice;
  const [activeId, setActiveId] = useState<string>();
  const [openedId, setOpenedId] = useState<string>();
  /** A part of its image is to be chosen; another object each time. */
  const [partWanted, setPartWanted] = useState<object>();
  const [focusWanted, setFocusWanted] = useState<object>();
  const [hasKeys, setHasKeys] = useState(false);
  const byId = useTabChecks(tabId, open);
  const { said, failure, actOn } = useCheckActs(openedId ?? activeId);
  const rows = useMemo(() => listedRows(byId?.values() ?? [], sort, filter), [byId, sort, filter]);
  const opened = openedId === undefined ? undefined : byId?.get(openedId);
  const found = rows.findIndex(({ checkId }) => checkId === (opened?.checkId ?? activeId));
  const lastIndex = useRef(0);
  if (found >= 0) lastIndex.current = found;
  const here: ListPlace = { index: lastIndex.current, isEntry: found >= 0 };
  // Nothing is done to what is not to be seen.
  const chosen = opened ?? rows[found];

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

  /** Where the entry has left the list, the one in its place. */
  function focusPlace(): void {
    setActiveId(rows[Math.min(here.index, rows.length - 1)]?.checkId);
    setFocusWanted({});
  }

  function choose(changed: ListChoice): void {
    lastIndex.current = 0; // Of an entry that is no more in the list, it was the place in another.
    onChoose(changed);
  }

  /** False: it does nothing here. */
  function act(what: KeyAct): boolean {
    if (what === 'keys') setHasKeys(true);
    else if (what === 'next-unsure') goTo(nextUnsure(rows, here)?.checkId);
    else if (what === 'next' || what === 'previous') goTo(entryBeside(rows, here, what === 'next' ? 1 : -1)?.checkId);
    else if (what === 'back') {
      if (!opened) return false;
      setOpenedId(undefined);
      focusPlace();
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
          {byId.size > 0 && <ListTools choice={choice} onChoose={choose} onAct={act} />}
          {byId.size === 0 && <p class="quiet">{translate('tabNoChecks')}</p>}
          {byId.size > 0 && rows.length === 0 && <p class="quiet">{translate('listNoneShown')}</p>}
          <CheckListView
            {...{ rows, activeId, focusWanted }}
            onActivate={setActiveId}
            onOpen={open}
            onFocusLost={focusPlace}
          />
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

/** That somebody is asked, how many are shown, and what of all has come out. */
function summary(shown: number, byId: RowsById): string {
  const all = Array.from(byId.values());
  const count = all.filter(({ tone }) => tone === 'likely-ai').length;
  const question = all.find(({ isAsking }) => isAsking);
  return factsLine([
    ...(question ? [question.words] : []),
    translate('listShown', numberText(shown), numberText(byId.size)),
    translate('outcomeLikelyAi', numberText(count)),
  ]);
}
