import type { CheckRecord } from '../../core/check/check-record.ts';
import { MAX_COLLECTED } from '../../core/media/told-limits.ts';
import type { PageItem, PageRun } from '../store/page-run.ts';

/** What has come into view of a page. */
export interface ShownMedia {
  readonly items: readonly PageItem[];
  /** Nothing was collected in the top page's document before. */
  readonly isFirst: boolean;
  readonly isQuiet: boolean;
}

/**
 * The check of a page's media as they are shown, grown by those that have come into view. In the same document it goes on from what was
 * checked of it before, also at the user's own wish, under the address that the document has by now; in another it begins as `empty`.
 */
export function grownRun(empty: PageRun, earlier: PageRun | undefined, shown: ShownMedia): PageRun {
  const before = shown.isFirst || !earlier || !isSameSite(empty, earlier) ? empty : earlier;
  const base = before.isAutomatic ? before : takenOver(empty, before);
  const nameOf = ({ frameId, key }: PageItem) => `${frameId} ${key}`;
  const known = new Set(base.items.map(nameOf));
  const added = shown.items.filter((item) => !known.has(nameOf(item)));
  const items = [...base.items, ...added].slice(0, MAX_COLLECTED);
  return { ...base, pageUrl: empty.pageUrl, isQuiet: shown.isQuiet, items };
}

/** That the document is another is its own word; of another site it cannot be. */
function isSameSite(one: PageRun, other: PageRun): boolean {
  return URL.parse(one.pageUrl)?.origin === URL.parse(other.pageUrl)?.origin;
}

/** Of the user's own check, what became of it counts; what it left out is not checked without the user. */
function takenOver(empty: PageRun, { items }: PageRun): PageRun {
  return { ...empty, items: items.filter(({ checkId }) => checkId !== undefined).map(asKnown) };
}

function asKnown(item: PageItem): PageItem {
  return { ...item, plan: 'known' };
}

/** What a page's check, as media are shown, has to do still: those without a check. */
export function unopened({ items }: PageRun): readonly PageItem[] {
  return items.filter(({ plan, checkId }) => plan === 'to-check' && checkId === undefined);
}

/** The run with those to be checked once more that nobody could be asked about, and that are on origins which are allowed now. */
export function withAllowed(
  run: PageRun,
  allowed: readonly string[],
  checkOf: (id: string) => CheckRecord | undefined,
): PageRun {
  const items = run.items.map((item) => {
    const { checkId, ...unchecked } = item;
    const isUnasked = checkOf(checkId ?? '')?.error?.code === 'needs-answer';
    return isUnasked && allowed.includes(URL.parse(item.url ?? '')?.origin ?? '') ? unchecked : item;
  });
  return { ...run, items };
}
