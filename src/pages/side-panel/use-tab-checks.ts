import { useEffect, useState } from 'preact/hooks';
import { TAB_CHECKS_FEED_PREFIX, type TabCheckRow, type TabChecks } from '../../core/protocol/checks-feed.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';

/** All that was checked in a tab, by id; undefined until the background has told. */
export type RowsById = ReadonlyMap<string, TabCheckRow>;

/** Follows what was checked in a tab, and what of it was asked for in the page. */
export function useTabChecks(tabId: number, onOpened: (checkId: string) => void): RowsById | undefined {
  const [rows, setRows] = useState<RowsById>();
  useEffect(() => {
    const closing = new AbortController();
    const onState = (told: TabChecks) => {
      setRows((before) => withChanges(before, told));
      if (told.opened !== undefined) onOpened(told.opened);
    };
    followFeed<TabChecks>(TAB_CHECKS_FEED_PREFIX + tabId, { onState }, closing.signal);
    return () => closing.abort();
  }, [tabId]);
  return rows;
}

/** The list as it is after what the background has told. */
export function withChanges(before: RowsById | undefined, { isWhole, rows, gone }: TabChecks): RowsById {
  const after = new Map(isWhole ? [] : before);
  for (const row of rows) after.set(row.checkId, row);
  for (const id of gone) after.delete(id);
  return after;
}
