import type { CheckRecord } from '../../core/check/check-record.ts';
import type { MediaKind, PageMedia } from '../../core/check/media-reference.ts';
import type { SendReason } from '../../core/check/question.ts';
import { errorDataOf } from '../../core/errors/app-error.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { hasEnded, isRunning, wasSent } from '../check/check-state.ts';
import type { CheckStore } from '../check/check-store.ts';
import { hasRunEnded, type PageItem, type PageRun } from '../check/page-run.ts';
import type { RunOptions } from '../check/run-options.ts';
import type { GroupSender } from './group-sender.ts';
import { createLane, type Lane } from './lane.ts';
import type { PageRunStore } from './page-run-store.ts';

/** Media that are read at the same time. */
const READERS = 6;

/** The page whose media are checked. */
export interface PageToCheck {
  readonly tabId: number;
  readonly pageUrl: string;
  readonly isPrivate: boolean;
}

/** What a page holds, counted. */
export type PageCount = Pick<PageRun, 'items' | 'isQuiet' | 'accessMissing' | 'reasons' | 'privateHosts' | 'sentTo'>;

/** What the desk needs from its surroundings. */
export interface PageDeskParts {
  readonly desk: CheckDesk;
  readonly checks: CheckStore;
  readonly runs: PageRunStore;
  /** Finds and counts the media of a page. Throws AppError where none may be looked at. */
  readonly count: (run: PageRun, earlier: PageRun | undefined) => Promise<PageCount>;
  /** The origins of what is to be checked that may not be read yet. */
  readonly accessMissing: (run: PageRun) => Promise<readonly string[]>;
  /** Undefined where nobody is signed in: then what the files say is all that is looked at. */
  readonly groupSender: (kind: MediaKind) => Promise<GroupSender | undefined>;
  /** A page with no more media to check than this is not asked about first. */
  readonly askAbove: () => Promise<number>;
  /** Keeps at hand, while `work` goes on, what each check would otherwise have to open for itself. */
  readonly whileRunning: (work: () => Promise<void>) => Promise<void>;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly onFault: (error: unknown) => void;
}

/** The use case of a whole page: count, ask, check each of its media. The only place where such a check's state changes. */
export interface PageDesk {
  /** Counts what a page holds; goes on by itself where the user has said so, or where there is little of it. */
  count(page: PageToCheck, kind: MediaKind, isConfirmed: boolean): Promise<PageRun>;
  /** Goes on after the question. */
  start(runId: string): void;
  /** Stops what is not done; what is done stays. */
  cancel(runId: string): void;
  /** The page has gone: what is done stays, the rest is cancelled. */
  leave(runId: string): void;
  /** Looks again which sites may be read, where the user is asked about that. */
  recount(): Promise<void>;
  /** Goes on, to the end, with what an earlier background left in the middle. Run at each start. */
  recover(): Promise<void>;
}

/** The desk for checks of whole pages. */
export function createPageDesk(parts: PageDeskParts): PageDesk {
  const { desk, checks, runs, clock } = parts;
  const lanes = new Map<string, Lane>();

  function end(id: string, outcome: Pick<PageRun, 'state' | 'error'>): void {
    runs.change(id, (run) => (hasRunEnded(run) ? run : { ...run, ...outcome, endedAt: clock() }));
  }

  async function count(page: PageToCheck, kind: MediaKind, isConfirmed: boolean): Promise<PageRun> {
    await Promise.all([runs.load(), checks.load()]);
    const earlier = runs.inTab(page.tabId);
    if (earlier?.state === 'running') return earlier;
    const run: PageRun = { ...emptyRun(parts.newId(), page, kind), startedAt: clock() };
    runs.put(run);
    try {
      const counted = await parts.count(run, earlier);
      // What was cancelled meanwhile stays so, however late a page answers.
      runs.change(run.id, (now) => (now.state === 'counting' ? { ...now, ...counted, state: 'asking' } : now));
      await goOnUnlessAsked(run.id, isConfirmed);
    } catch (error) {
      parts.onFault(error);
      end(run.id, { state: 'failed', error: errorDataOf(error) });
    }
    return runs.get(run.id) ?? run;
  }

  async function goOnUnlessAsked(id: string, isConfirmed: boolean): Promise<void> {
    const run = runs.get(id);
    if (run?.state !== 'asking') return;
    const toCheck = run.items.filter(({ standing }) => standing === 'to-check').length;
    if (toCheck === 0) return end(id, { state: 'done' });
    const isSmall = toCheck <= (await parts.askAbove());
    if (run.reasons.length === 0 && (isConfirmed || isSmall)) start(id);
  }

  function start(id: string): void {
    const run = runs.get(id);
    if (run?.state !== 'asking') return;
    runs.put({ ...run, state: 'running' });
    void parts.whileRunning(() => work(id)).catch(parts.onFault);
  }

  /** Checks all that is to be checked, and goes on with what has begun. */
  async function work(id: string): Promise<void> {
    const kind = runs.get(id)?.kind;
    if (!kind) return;
    try {
      const sender = await parts.groupSender(kind);
      const run = runs.get(id);
      if (run?.state !== 'running') return; // It was cancelled before any of its checks was opened.
      const lane = createLane(READERS);
      lanes.set(id, lane);
      const begun = checksUnderWay(run);
      const opened = openChecks(run);
      await Promise.all([
        ...begun.map((check) => checkOne(check, true, sender, lane)),
        ...opened.map((check) => checkOne(check, false, sender, lane)),
      ]);
      end(id, { state: 'done' });
    } catch (error) {
      parts.onFault(error);
      end(id, { state: 'failed', error: errorDataOf(error) });
    } finally {
      lanes.delete(id);
    }
  }

  function checksUnderWay(run: PageRun): CheckRecord[] {
    return run.items.flatMap(({ standing, checkId }) => {
      const check = standing === 'to-check' && checkId !== undefined ? checks.get(checkId) : undefined;
      return check && isRunning(check.state) ? [check] : [];
    });
  }

  /** Opens the checks of all that has none yet. One that had begun, and whose record is lost, may have been sent: not again. */
  function openChecks(run: PageRun): CheckRecord[] {
    const opened: CheckRecord[] = [];
    const items = run.items.map((item) => {
      const isOpen = item.checkId !== undefined && checks.get(item.checkId) !== undefined;
      if (item.standing !== 'to-check' || isOpen) return item;
      const check = desk.open(mediaOf(run, item), { pageRun: run.id, agreed: run.reasons });
      if (item.checkId === undefined) opened.push(check);
      else void desk.interrupt(check.id);
      return { ...item, checkId: check.id };
    });
    runs.change(run.id, (now) => ({ ...now, items }));
    return opened;
  }

  /** One check, which takes a reader's place until it is read. What was sent before is followed without one, and so can be stopped. */
  async function checkOne(
    check: CheckRecord,
    isLeftOver: boolean,
    sender: GroupSender | undefined,
    lane: Lane,
  ): Promise<void> {
    let leaveLane: (() => void) | undefined;
    const inTurn = (work: () => Promise<unknown>) =>
      lane.enter(async (leave) => {
        leaveLane = leave;
        await work();
      });
    const how: RunOptions = {
      isUnattended: true,
      ...(sender && check.media.kind === sender.kind && { sender: async () => sender }),
      inTurn,
      onRead: () => {
        sender?.arrived(check.id);
        leaveLane?.();
      },
    };
    sender?.expect(check.id);
    const checking = isLeftOver ? () => desk.takeUp(check, how) : () => desk.run(check.id, how);
    await (isLeftOver && wasSent(check) ? checking() : inTurn(checking)).catch(parts.onFault);
    sender?.arrived(check.id);
  }

  function stop(id: string): void {
    // Before its checks: where a page has gone, Chromium runs what waits for them in the middle of this loop.
    end(id, { state: 'cancelled' });
    lanes.get(id)?.close();
    for (const check of checks.list()) {
      if (check.pageRun === id && !hasEnded(check.state)) desk.cancel(check.id);
    }
  }

  return {
    count,
    start,
    cancel: stop,
    leave(id) {
      const run = runs.get(id);
      if (!run) return;
      if (run.state === 'running') return stop(id);
      if (!hasRunEnded(run)) runs.remove(id);
    },
    async recount() {
      await runs.load();
      for (const run of runs.list()) {
        if (run.state !== 'asking') continue;
        const accessMissing = await parts.accessMissing(run);
        runs.change(run.id, (now) => ({ ...now, accessMissing }));
      }
    },
    async recover() {
      const left = (await runs.load()).filter((run) => !hasRunEnded(run));
      await checks.load();
      // Of a page whose own check has ended (one of its media was checked again), or whose record is lost.
      const alone = checks.list().filter(({ state, pageRun }) => {
        return isRunning(state) && pageRun !== undefined && !left.some(({ id }) => id === pageRun);
      });
      const ends = alone.map((check) => {
        return wasSent(check) ? desk.takeUp(check) : desk.interrupt(check.id);
      });
      const works = left.map(async ({ id, state }) => {
        if (state === 'running') await parts.whileRunning(() => work(id));
        if (state === 'counting') end(id, { state: 'failed', error: { code: 'interrupted' } });
      });
      await Promise.all([...works, ...ends]);
    },
  };
}

function emptyRun(id: string, page: PageToCheck, kind: MediaKind): Omit<PageRun, 'startedAt'> {
  const nothing = { items: [], accessMissing: [], privateHosts: [], reasons: [] as readonly SendReason[] };
  return { id, kind, state: 'counting', isQuiet: false, sentTo: '', ...page, ...nothing };
}

/** One of a page's media, as its check is told of it. */
export function mediaOf({ kind, tabId, pageUrl, isPrivate }: Omit<PageRun, 'items'>, item: PageItem): PageMedia {
  const { key, frameId, frameUrl, url, isUrlCut } = item;
  return {
    kind,
    pointedBy: 'page',
    itemKey: key,
    tabId,
    pageUrl,
    isPrivate,
    frameId,
    ...(frameUrl !== undefined && { frameUrl }),
    ...(url !== undefined && { url }),
    ...(isUrlCut && { isUrlCut }),
  };
}
