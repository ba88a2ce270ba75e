import { useEffect, useState } from 'preact/hooks';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isAbort } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { onHistoryChanged } from '../../core/store/history-changes.ts';
import type { HistoryList } from './history-list.ts';
import type { ResultFilter } from './result-filter.ts';

/** The order of the results that pass a filter. */
export interface ResultOrder {
  /** The latest first. */
  readonly ids: readonly string[];
  /** The filter they pass: while another is looked up, the last one's are shown. */
  readonly filter: ResultFilter;
  /** There may be more: these are the first that are known, while the others are looked up. */
  readonly isPartial: boolean;
  /** What was read on the way, by id: no row that it has waits behind the order of all. */
  readonly first: ReadonlyMap<string, CheckRecord>;
  /** Another number after each change of the history: what was read of a result may be old. */
  readonly version: number;
}

/** More than a window shows: known long before the order of 50,000 is. */
const FIRST_SHOWN = 40;

/** Follows the results that pass a filter; undefined until they are known, an error where they cannot be read. */
export function useResultIds(
  list: HistoryList,
  filter: ResultFilter,
  band: InconclusiveBand | undefined,
): ResultOrder | Error | undefined {
  const [order, setOrder] = useState<ResultOrder | Error>();
  useEffect(() => {
    if (!band) return undefined;
    const leaving = new AbortController();
    let hasChanged = false;
    let isReading = false;

    /** Changes that come while it reads are read together. */
    async function read(wanted: InconclusiveBand): Promise<void> {
      hasChanged = true;
      if (isReading) return;
      isReading = true;
      if (filter.text === '' && filter.outcome === undefined) {
        const newest = await list.newest(FIRST_SHOWN);
        const first = new Map(newest.map((check) => [check.id, check]));
        // At the page's opening alone: nothing that is shown gets shorter meanwhile.
        if (!leaving.signal.aborted)
          setOrder((last) => last ?? { ids: [...first.keys()], filter, isPartial: true, first, version: 0 });
      }
      while (hasChanged) {
        hasChanged = false;
        const ids = await list.ids(filter, wanted, leaving.signal);
        if (!leaving.signal.aborted)
          setOrder((last) => ({ ids, filter, isPartial: false, first: new Map(), version: nextVersion(last) }));
      }
      isReading = false;
    }

    const follow = () =>
      void read(band).catch((error: unknown) => {
        if (isAbort(error)) return;
        logFault(error);
        setOrder(error instanceof Error ? error : new Error('not an Error'));
      });
    const stop = onHistoryChanged(follow);
    follow();
    return () => {
      stop();
      leaving.abort();
    };
  }, [list, filter, band]);
  return order;
}

function nextVersion(last: ResultOrder | Error | undefined): number {
  return last && 'version' in last ? last.version + 1 : 0;
}
