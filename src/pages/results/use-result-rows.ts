import { useEffect, useState } from 'preact/hooks';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { logFault } from '../../core/log.ts';
import type { HistoryList } from './history-list.ts';

/** What was read of the results that are in view, by id. A result that cannot be read is there, as undefined. */
export type ResultRows = ReadonlyMap<string, CheckRecord | undefined>;

/** Reads the results that are in view, and again after each change (`version`). What is not in view is forgotten. */
export function useResultRows(list: HistoryList, ids: readonly string[], version: number): ResultRows {
  const [rows, setRows] = useState<ResultRows>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let isLeft = false;
    const inView = wanted === '' ? [] : wanted.split(' ');
    list.checks(inView).then((checks) => {
      if (!isLeft) setRows(new Map(inView.map((id, index) => [id, checks[index]])));
    }, logFault);
    return () => {
      isLeft = true;
    };
  }, [list, wanted, version]);
  return rows;
}
