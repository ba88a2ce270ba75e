import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isAbort } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import type { HistoryList } from './history-list.ts';
import type { ResultFilter } from './result-filter.ts';
import type { ResultSort } from './result-sort.ts';

/** The order of the results that pass a filter. */
export interface ResultOrder {
  readonly ids: readonly string[];
  /** The filter they pass, and how they are sorted: while others are looked up, the last ones are shown. */
  readonly filter: ResultFilter;
  readonly sort: ResultSort;
  /** There may be more: these are the first that are known, while the others are looked up. */
  readonly isPartial: boolean;
  /** What was read on the way, by id: no row that it has waits behind the order of all. */
  readonly first: ReadonlyMap<string, CheckRecord>;
  /** Another number after each change of the history: what was read of a result may be old. */
  readonly version: number;
}

/** More than a window shows: known long before the order of 50,000 is. */
const FIRST_SHOWN = 40;

/** From one look at what has changed to the next, in milliseconds: results come by the dozen, and eyes are slower. */
const REST_MS = 100;

/** The same where each look reads the order of all anew. */
const LONG_REST_MS = 1_000;

/** Follows the results that pass a filter; undefined until they are known, an error where they cannot be read. */
export function useResultIds(
  list: HistoryList,
  filter: ResultFilter,
  sort: ResultSort,
  band: InconclusiveBand | undefined,
): ResultOrder | Error | undefined {
  const [order, setOrder] = useState<ResultOrder | Error>();
  const isOpening = useRef(true);
  useEffect(() => {
    if (!band) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const isPlain = filter.text === '' && filter.outcome === undefined && sort.by === 'when' && !sort.isReversed;
    let isChanged = true;
    let isReading = false;
    let areAllPlaced = false;

    async function read(wanted: InconclusiveBand): Promise<void> {
      // At the page's opening alone: nothing that is shown gets shorter meanwhile.
      if (isPlain && isOpening.current) {
        const newest = await list.newest(FIRST_SHOWN);
        const first = new Map(newest.map((check) => [check.id, check]));
        if (!signal.aborted)
          setOrder((last) => last ?? { ids: [...first.keys()], filter, sort, isPartial: true, first, version: 0 });
      }
      isOpening.current = false;
      while (isChanged && !signal.aborted) {
        isChanged = false;
        const ids = await list.ids(filter, sort, wanted, signal);
        if (areAllPlaced) await list.learnPlaces(ids); // Of a few.
        if (signal.aborted) return;
        setOrder((last) => ({ ids, filter, sort, isPartial: false, first: new Map(), version: nextVersion(last) }));
        if (!areAllPlaced && sort.by === 'when') {
          await list.learnPlaces(ids);
          areAllPlaced = true;
          if (signal.aborted) return;
          setOrder((last) => (last && 'ids' in last ? { ...last } : last)); // With all its headings.
        }
        await new Promise((resolve) => setTimeout(resolve, isPlain ? REST_MS : LONG_REST_MS));
      }
    }

    /** Changes that come while it reads are read together. */
    function follow(): void {
      isChanged = true;
      if (isReading || !band) return;
      isReading = true;
      read(band)
        .catch((error: unknown) => {
          if (isAbort(error)) return;
          logFault(error);
          setOrder(error instanceof Error ? error : new Error('not an Error'));
        })
        .finally(() => {
          isReading = false;
        });
    }

    const stop = list.onChanged(follow);
    follow();
    return () => {
      stop();
      leaving.abort();
    };
  }, [list, filter, sort, band]);
  return order;
}

function nextVersion(last: ResultOrder | Error | undefined): number {
  return last && 'version' in last ? last.version + 1 : 0;
}
