import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { pageToOpen } from '../../core/check/page-to-open.ts';
import { headlineOfCheck } from '../../core/check/shown-verdict.ts';
import type { WholeCredentials } from '../../core/media/file-metadata.ts';
import { onHistoryChanged } from '../../core/store/history-changes.ts';
import { historyDatabase } from '../../core/store/history-database.ts';
import { NO_LIKELIHOOD, parseStoredCheck, placeOf, type StoredPlace } from '../../core/store/stored-check.ts';
import type { ResultPlace } from './list-entries.ts';
import type { ResultFilter, ResultOutcome } from './result-filter.ts';
import type { ResultSort } from './result-sort.ts';

/** The history as a long list: the order first, which reads no result at all, then the results that are looked at. */
export interface HistoryList {
  /** The ids of the results that pass, in order; of those alike in it, the latest first. */
  ids(filter: ResultFilter, sort: ResultSort, band: InconclusiveBand, signal: AbortSignal): Promise<readonly string[]>;
  /** The latest results that can be read, of which there may be more: at once, however many there are. */
  newest(count: number): Promise<readonly CheckRecord[]>;
  /** Some results, in this order; undefined for what is not there (any more), or cannot be read. */
  checks(ids: readonly string[]): Promise<readonly (CheckRecord | undefined)[]>;
  thumbnail(id: string): Promise<Blob | undefined>;
  /** The Content Credentials of its file. */
  credentials(id: string): Promise<WholeCredentials | undefined>;
  /** Where those are of which that is known; it comes to know more of them by and by. */
  readonly places: ReadonlyMap<string, ResultPlace>;
  /** Calls back when the history has changed, and this list knows. Gives the way to stop. */
  onChanged(listener: () => void): () => void;
  /** Comes to know where these are. All of 50,000 take some half a second, once. */
  learnPlaces(ids: readonly string[]): Promise<void>;
}

/** Places read at a time when all are: few enough that the page can be used meanwhile. */
const LEARNT_AT_ONCE = 1_000;
/** So many new results are read one by one; more of them, with all others. */
const FEW = 200;

/** Anything may have changed. */
const EVER = Number.NEGATIVE_INFINITY;

/** Opens the history at its first use. It is read as a whole once, for headings and searches; what they need stays in memory. */
export function createHistoryList(): HistoryList {
  const open = historyDatabase();
  const texts = new Map<string, string>();
  const places = new Map<string, ResultPlace>();
  /** All ids as they were, the latest first; what began at `changedSince` or later may have changed. */
  let known: Promise<readonly string[]> = Promise.resolve([]);
  let changedSince: number | undefined = EVER;
  let learningAll: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  onHistoryChanged(({ putAt = EVER }) => {
    changedSince = Math.min(changedSince ?? putAt, putAt);
    for (const listener of listeners) listener();
  });

  function learn(stored: StoredPlace): void {
    texts.set(stored.id, searchedText(stored.media));
    places.set(stored.id, resultPlace(stored));
  }

  function newestFirst(): Promise<readonly string[]> {
    if (changedSince === undefined) return known;
    const [since, before] = [changedSince, known];
    changedSince = undefined;
    known = idsSince(since).then(async (head) => (since === EVER ? head : withHead(await before, head)));
    known.catch(() => {
      changedSince = EVER; // The next use tries again.
    });
    return known;
  }

  /** Those that began then (epoch milliseconds) or later, the latest first. No value leaves the database. */
  async function idsSince(startedAt: number): Promise<readonly string[]> {
    const since = IDBKeyRange.lowerBound(startedAt);
    return (await (await open()).getAllKeysFromIndex('checks', 'startedAt', since)).reverse();
  }

  async function withOutcome(outcome: ResultOutcome, band: InconclusiveBand): Promise<ReadonlySet<string>> {
    const database = await open();
    const found = await Promise.all(
      rangesOf(outcome, band).map((range) => database.getAllKeysFromIndex('checks', 'outcome', range)),
    );
    return new Set([...found.flat(), ...(await framesWithOutcome(outcome, band))]);
  }

  /** Few: only of videos that could be had no other way. */
  async function framesWithOutcome(outcome: ResultOutcome, band: InconclusiveBand): Promise<readonly string[]> {
    const range = IDBKeyRange.bound(['frames'], ['frames', []]);
    const stored = await (await open()).getAllFromIndex('checks', 'outcome', range);
    return stored.flatMap((one) => {
      const check = parseStoredCheck(one);
      return check && headlineOfCheck(check, band) === outcome ? [check.id] : [];
    });
  }

  /** What comes first has the highest rank; what is alike in it, the same. */
  async function ranks(by: 'verdict' | 'likelihood', band: InconclusiveBand): Promise<ReadonlyMap<string, number>> {
    const database = await open();
    const groups =
      by === 'verdict'
        ? VERDICTS_IN_ORDER.map(async (outcome) => [...(await withOutcome(outcome, band))])
        : WHOLE_PERCENTS.map(async (percent) => {
            const found = ['ai', 'not-ai'].map((kind) =>
              database.getAllKeysFromIndex('checks', 'outcome', rangeOfPercent(kind, percent)),
            );
            return (await Promise.all(found)).flat();
          });
    const ranked = (await Promise.all(groups)).map((ids, at) =>
      ids.map((id): [string, number] => [id, groups.length - at]),
    );
    return new Map(ranked.flat());
  }

  async function learnPlaces(ids: readonly string[]): Promise<void> {
    const unknown = () => ids.filter((id) => !places.has(id));
    if (unknown().length > FEW) {
      // Whoever wants them meanwhile waits for the same.
      learningAll ??= learnAll().finally(() => {
        learningAll = undefined;
      });
      await learningAll;
    }
    const { store } = (await open()).transaction('places');
    for (const stored of await Promise.all(unknown().map((id) => store.get(id)))) if (stored) learn(stored);
  }

  async function learnAll(): Promise<void> {
    const database = await open();
    for (let after: string | undefined = ''; after !== undefined; ) {
      const range = IDBKeyRange.lowerBound(after, true);
      const stored: readonly StoredPlace[] = await database.getAll('places', range, LEARNT_AT_ONCE);
      for (const one of stored) learn(one);
      after = stored.length < LEARNT_AT_ONCE ? undefined : stored.at(-1)?.id;
    }
  }

  async function checks(ids: readonly string[]): Promise<readonly (CheckRecord | undefined)[]> {
    const { store } = (await open()).transaction('checks');
    return Promise.all(ids.map(async (id) => parseStoredCheck(await store.get(id))));
  }

  return {
    async ids(filter, { by, isReversed }, band, signal) {
      const { outcome } = filter;
      const [all, passing, ranked] = await Promise.all([
        newestFirst(),
        outcome && withOutcome(outcome, band),
        by === 'when' ? undefined : ranks(by, band),
      ]);
      signal.throwIfAborted();
      const ids = passing ? all.filter((id) => passing.has(id)) : [...all];
      if (ranked) ids.sort((one, other) => (ranked.get(other) ?? 0) - (ranked.get(one) ?? 0));
      if (isReversed) ids.reverse();
      const sought = searchFor(filter.text);
      if (sought === '') return ids;
      await learnPlaces(ids);
      signal.throwIfAborted();
      return ids.filter((id) => texts.get(id)?.includes(sought));
    },
    async newest(count) {
      const found: CheckRecord[] = [];
      const index = (await open()).transaction('checks').store.index('startedAt');
      for (let cursor = await index.openCursor(null, 'prev'); cursor && found.length < count; ) {
        const check = parseStoredCheck(cursor.value);
        if (check) {
          found.push(check);
          learn(placeOf(check));
        }
        cursor = await cursor.continue();
      }
      return found;
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checks,
    places,
    learnPlaces,
    thumbnail: async (id) => (await open()).get('thumbnails', id),
    credentials: async (id) => (await open()).get('credentials', id),
  };
}

/** The order with what is in `head` before all else, and nowhere else. */
function withHead(ids: readonly string[], head: readonly string[]): readonly string[] {
  const inHead = new Set(head);
  return [...head, ...ids.filter((id) => !inHead.has(id))];
}

const VERDICTS_IN_ORDER: readonly ResultOutcome[] = ['likely-ai', 'inconclusive', 'likely-not-ai', 'failed'];

/** From 100 down: likelihoods are in order as they are shown. */
const WHOLE_PERCENTS = Array.from({ length: 101 }, (_, at) => 100 - at);

/** What is shown as so many percent. */
function rangeOfPercent(kind: string, percent: number): IDBKeyRange {
  const from = percent === 0 ? 0 : (percent - 0.5) / 100;
  return IDBKeyRange.bound([kind, from], [kind, percent === 100 ? [] : (percent + 0.5) / 100], false, true);
}

function resultPlace({ media, startedAt }: StoredPlace): ResultPlace {
  if ('fileName' in media) return { startedAt };
  const toOpen = pageToOpen(media);
  return { startedAt, page: media.pageUrl, ...(toOpen !== undefined && { toOpen }) };
}

/** Where the index has the results of one outcome: `[outcome, likelihood]`, in which an array is more than any number. */
function rangesOf(outcome: ResultOutcome, { low, high }: InconclusiveBand): IDBKeyRange[] {
  const beyond = (kind: string) => [
    IDBKeyRange.bound([kind, NO_LIKELIHOOD], [kind, low], false, true),
    IDBKeyRange.bound([kind, high], [kind, []], true),
  ];
  switch (outcome) {
    case 'failed':
      return [IDBKeyRange.bound(['failed'], ['failed', []])];
    case 'likely-ai':
      return beyond('ai');
    case 'likely-not-ai':
      return beyond('not-ai');
    case 'inconclusive':
      return ['ai', 'not-ai'].map((kind) => IDBKeyRange.bound([kind, low], [kind, high]));
  }
}

/** What a filter's text is looked for in: as the address bar writes addresses, and as people read them. */
function searchedText(media: StoredPlace['media']): string {
  if ('fileName' in media) return media.fileName.toLowerCase();
  const addresses = [media.pageUrl, media.frameUrl ?? '', media.url ?? ''].join('\n');
  return `${addresses}\n${readable(addresses)}`.toLowerCase();
}

/** A filter's text in the form in which it is looked for. */
function searchFor(text: string): string {
  return text.trim().toLowerCase();
}

function readable(addresses: string): string {
  try {
    const decoded = decodeURI(addresses);
    return decoded === addresses ? '' : decoded;
  } catch {
    return ''; // Not percent-encoded UTF-8: there is nothing more to read.
  }
}
