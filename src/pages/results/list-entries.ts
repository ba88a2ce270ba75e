/** Where and when a result was: results of one day and page that follow each other stand under one heading. */
export interface ResultPlace {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Left out: a file of this computer. */
  readonly page?: string;
  /** The page again, where it may be opened. */
  readonly toOpen?: string;
}

/** What stands in the list, one below the other: a result by its place in the order, or a heading. */
export type ListEntry =
  | { readonly kind: 'result'; readonly index: number }
  | { readonly kind: 'day'; readonly startedAt: number }
  | ({ readonly kind: 'page'; readonly count: number } & Pick<ResultPlace, 'page' | 'toOpen'>);

/**
 * The entries of a list of results. Headings stand as far as it is known where results belong: those whose `places` are not
 * read yet, and all after them, have none. Without `places` there are none at all.
 */
export function listEntries(
  ids: readonly string[],
  places: ReadonlyMap<string, ResultPlace> | undefined,
): readonly ListEntry[] {
  const entries: ListEntry[] = [];
  let group: (Extract<ListEntry, { kind: 'page' }> & { count: number }) | undefined;
  let day = '';
  let isKnown = places !== undefined;
  for (const [index, id] of ids.entries()) {
    const place = isKnown ? places?.get(id) : undefined;
    if (place) {
      const itsDay = new Date(place.startedAt).toDateString();
      if (itsDay !== day) entries.push({ kind: 'day', startedAt: place.startedAt });
      if (itsDay !== day || !group || group.page !== place.page) {
        const { startedAt: _, ...where } = place;
        group = { kind: 'page', count: 0, ...where };
        entries.push(group);
      }
      group.count += 1;
      day = itsDay;
    } else isKnown = false;
    entries.push({ kind: 'result', index });
  }
  return entries;
}

/** Where each entry begins, from the top of the list, and after the last of them the list's height. Pixels. */
export function startsOf(entries: readonly ListEntry[], heightOf: (entry: ListEntry) => number): readonly number[] {
  const starts = [0];
  let at = 0;
  for (const entry of entries) {
    at += heightOf(entry);
    starts.push(at);
  }
  return starts;
}

/** The last entry that begins at a height or above it. */
export function entryAt(starts: readonly number[], height: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
