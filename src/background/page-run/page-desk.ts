import type { CheckRecord } from '../../core/check/check-record.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { errorDataOf } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { atMost, type InTurn } from '../at-most.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import type { CheckOptions } from '../check/check-options.ts';
import { whileInDocument } from '../offscreen-link/in-document.ts';
import { followAgain } from '../page-link/page-check-link.ts';
import { siteOf } from '../read/reasons-to-ask.ts';
import { hasEnded, isRunning, wasSent } from '../store/check-state.ts';
import { hasRunEnded, type PageRun } from '../store/page-run.ts';
import { emptyRun, type PageToCheck } from './empty-run.ts';
import { type GroupSender, groupSender, unlessWithoutAccount } from './group-sender.ts';
import { grownRun, type ShownMedia, unopened, withAllowed } from './grow-run.ts';
import { createImageBudget } from './image-budget.ts';
import { leaveGonePages } from './leave-gone-pages.ts';
import { mediaOf } from './media-of-item.ts';
import { accessMissing, countPage } from './page-counter.ts';
import type { PageRunStore } from './page-run-store.ts';

/** Media that are read at the same time. */
const READERS = 6;

/** The work on the checks of one page. */
interface Line {
  readonly sender: GroupSender | undefined;
  readonly readers: InTurn;
  /** Ends the waiting of its checks. */
  readonly stop: AbortController;
  /** Those that are on. */
  readonly checking: Promise<void>[];
}

/** The use case of a whole page. */
export type PageDesk = ReturnType<typeof createPageDesk>;

/** The use case of a whole page: count, ask, check each of its media. The only place where such a check's state changes. */
export function createPageDesk(context: CheckContext, desk: CheckDesk, runs: PageRunStore) {
  const { store: checks, clock } = context;
  /** By the ids of runs. */
  const lines = new Map<string, Line>();
  const budget = createImageBudget(clock);

  function end(id: string, outcome: Pick<PageRun, 'state' | 'error'>): void {
    runs.change(id, (run) => (hasRunEnded(run) ? run : { ...run, ...outcome, endedAt: clock() }));
  }

  /** Counts what a page holds; goes on by itself where the user has said so, or where there is little of it. */
  async function count(page: PageToCheck, kind: MediaKind, isConfirmed: boolean): Promise<PageRun> {
    await Promise.all([runs.load(), checks.load()]);
    const earlier = runs.inTab(page.tabId);
    if (earlier?.state === 'running' && !earlier.isAutomatic) return earlier;
    const run: PageRun = emptyRun(page, kind, clock());
    runs.put(run);
    try {
      const counted = await countPage(context, desk, run, earlier);
      // What was cancelled meanwhile stays so, however late a page answers.
      runs.change(run.id, (now) => (now.state === 'counting' ? { ...now, ...counted, state: 'asking' } : now));
      await goOnUnlessAsked(run.id, isConfirmed);
    } catch (error) {
      logFault(error);
      end(run.id, { state: 'failed', error: errorDataOf(error) });
    }
    void leaveGonePages(runs, checks).catch(logFault);
    return runs.get(run.id) ?? run;
  }

  async function goOnUnlessAsked(id: string, isConfirmed: boolean): Promise<void> {
    const run = runs.get(id);
    if (run?.state !== 'asking') return;
    const toCheck = run.items.filter(({ plan }) => plan === 'to-check').length;
    if (toCheck === 0) return end(id, { state: 'done' });
    const isSmall = toCheck <= (await settingsItem.get()).askPageAbove;
    if (run.reasons.length === 0 && (isConfirmed || isSmall)) start(id);
  }

  /** Goes on after the question. */
  function start(id: string): void {
    const run = runs.get(id);
    if (run?.state !== 'asking') return;
    runs.put({ ...run, state: 'running' });
    void whileInDocument(() => work(id)).catch(logFault);
  }

  /** Checks all that is to be checked, and goes on with what has begun. */
  async function work(id: string): Promise<void> {
    const kind = runs.get(id)?.kind;
    if (!kind) return;
    try {
      const [sender] = await Promise.all([unlessWithoutAccount(groupSender(context, kind)), budget.load()]);
      const run = runs.get(id);
      if (run?.state !== 'running') return; // It was cancelled before any of its checks was opened.
      const line: Line = { sender, readers: atMost(READERS), stop: new AbortController(), checking: [] };
      lines.set(id, line);
      const begun = checksUnderWay(run);
      const opened = openChecks(run);
      line.checking.push(...begun.map((check) => checkOne(check, true, line)));
      line.checking.push(...opened.map((check) => checkOne(check, false, line)));
      while (line.checking.length > 0) await Promise.all(line.checking.splice(0));
      end(id, { state: 'done' });
    } catch (error) {
      logFault(error);
      end(id, { state: 'failed', error: errorDataOf(error) });
    } finally {
      lines.delete(id);
    }
  }

  /** Opens what has no check yet, and begins it. */
  function goOn(run: PageRun | undefined, line: Line): void {
    if (run?.state !== 'running') return;
    line.checking.push(...openChecks(run).map((check) => checkOne(check, false, line)));
  }

  /** Goes on with the check of a page as its media are shown. */
  function goOnByItself(run: PageRun): PageRun | undefined {
    const isAtWork = run.state === 'running';
    if (!isAtWork && unopened(run).length === 0) return undefined;
    const { error: _, endedAt: __, ...now } = run;
    runs.put({ ...now, state: 'running' });
    const line = lines.get(run.id);
    if (line) goOn(runs.get(run.id), line);
    else if (!isAtWork) void whileInDocument(() => work(run.id)).catch(logFault);
    return runs.get(run.id);
  }

  /** Looks which sites of a page's media may not be read; goes on with those that may now. */
  async function lookForAccess(id: string): Promise<void> {
    const run = runs.get(id);
    if (!run) return;
    const missing = await accessMissing(run);
    const allowed = run.accessMissing.filter((origin) => !missing.includes(origin));
    runs.change(id, (now) => ({ ...now, accessMissing: missing }));
    const now = runs.get(id);
    if (!now?.isAutomatic) return;
    if (allowed.length > 0) goOnByItself(withAllowed(now, allowed, checks.get));
    await lookAgain(id);
  }

  /** Has the frames of a page show what has changed of its check after that had ended. */
  async function lookAgain(id: string): Promise<void> {
    const run = runs.get(id);
    if (run) await followAgain(run.tabId, new Set([0, ...run.items.map(({ frameId }) => frameId)]));
  }

  function checksUnderWay(run: PageRun): CheckRecord[] {
    return run.items.flatMap(({ plan, checkId }) => {
      const check = plan === 'to-check' && checkId !== undefined ? checks.get(checkId) : undefined;
      return check && isRunning(check.state) ? [check] : [];
    });
  }

  /**
   * Opens the checks of all that has none yet; where nobody began them, of as many as there is room for. One that had begun, and whose
   * record is lost, may have been sent: not again.
   */
  function openChecks(run: PageRun): CheckRecord[] {
    const opened: CheckRecord[] = [];
    const wanted = unopened(run);
    const admitted = run.isAutomatic && new Set(wanted.slice(0, budget.take(wanted.length)));
    const items = run.items.map((item) => {
      const isOpen = item.checkId !== undefined && checks.get(item.checkId) !== undefined;
      if (item.plan !== 'to-check' || (admitted ? !admitted.has(item) : isOpen)) return item;
      const agreed = run.sentTo === '' ? { agreedToRead: run.reasons } : { agreed: run.reasons };
      const media = mediaOf(run, item);
      const agreedHosts = run.privateHosts.filter((host) => host === siteOf(media));
      const check = desk.open(media, { pageRun: run.id, ...agreed, agreedHosts });
      if (item.checkId === undefined) opened.push(check);
      else void desk.interrupt(check.id);
      return { ...item, checkId: check.id };
    });
    const paused = admitted && admitted.size < wanted.length && { pausedAfter: budget.limit() };
    runs.change(run.id, ({ pausedAfter: _, ...now }) => ({ ...now, items, ...paused }));
    return opened;
  }

  /** One check, which takes a reader's place until it is read. What was sent before is followed without one, and so can be stopped. */
  async function checkOne(check: CheckRecord, isLeftOver: boolean, line: Line): Promise<void> {
    const { sender, readers } = line;
    const stopped = line.stop.signal;
    let leaveReaders: (() => void) | undefined;
    const inTurn = async (work: () => Promise<unknown>) => {
      try {
        await readers(
          async (leave) => {
            leaveReaders = leave;
            await work();
          },
          { signal: stopped },
        );
      } catch (error) {
        if (!stopped.aborted || error !== stopped.reason) throw error; // Who waits goes away without a word.
      }
    };
    const how: CheckOptions = {
      isUnattended: true,
      ...(sender && check.media.kind === sender.kind && { sender: async () => sender }),
      inTurn,
      onRead: () => {
        sender?.arrived(check.id);
        leaveReaders?.();
      },
    };
    sender?.expect(check.id);
    const checking = isLeftOver ? () => desk.takeUp(check, how) : () => desk.run(check.id, how);
    await (isLeftOver && wasSent(check) ? checking() : inTurn(checking)).catch(logFault);
    sender?.arrived(check.id);
    if (!('isAutomatic' in check.media) || !wasSpared(checks.get(check.id))) return;
    budget.giveBack();
    goOn(runs.get(check.pageRun ?? ''), line); // Another may have waited for that room.
  }

  /** Stops what is not done; what is done stays. */
  function stop(id: string): void {
    // Before its checks: where a page has gone, Chromium runs what waits for them in the middle of this loop.
    end(id, { state: 'cancelled' });
    lines.get(id)?.stop.abort();
    for (const check of checks.ofRun(id)) if (!hasEnded(check.state)) desk.cancel(check.id);
  }

  return {
    runs,
    count,
    start,
    /** Goes on, by itself, with what has come into view of a page; gives the run, where there is anything to do. */
    async grow(page: PageToCheck, shown: ShownMedia): Promise<PageRun | undefined> {
      await Promise.all([runs.load(), checks.load(), budget.load()]);
      const grow = (): PageRun => {
        const empty = { ...emptyRun(page, 'image', clock()), isAutomatic: true };
        return grownRun(empty, runs.inTab(page.tabId), shown);
      };
      if (shown.isFirst) void leaveGonePages(runs, checks).catch(logFault);
      const missing = await accessMissing(grow());
      return goOnByItself({ ...grow(), accessMissing: missing });
    },
    cancel: stop,
    /** The page has gone: what is done stays, the rest is cancelled. */
    leave(id: string): void {
      const run = runs.get(id);
      if (!run) return;
      if (run.state === 'running') stop(id);
      else if (!hasRunEnded(run)) runs.remove(id);
    },
    /** Ends and forgets what was begun in private windows. */
    async forgetPrivate(): Promise<void> {
      await runs.load();
      for (const { id, isPrivate } of runs.list()) {
        if (!isPrivate) continue;
        stop(id);
        runs.remove(id);
      }
    },
    /** Looks again which sites may be read, where the user is asked about that. */
    async recount(): Promise<void> {
      await runs.load();
      for (const run of runs.list()) {
        if (run.isAutomatic || run.state === 'asking') await lookForAccess(run.id);
      }
    },
    /** Has the frames of a page show what has changed of its check after that had ended. */
    lookAgain,
    /** Goes on, to the end, with what an earlier background left in the middle. Run at each start. */
    async recover(): Promise<void> {
      const [loaded] = await Promise.all([runs.load(), checks.load()]);
      const left = loaded.filter((run) => !hasRunEnded(run));
      // Of a page whose own check has ended (one of its media was checked again), or whose record is lost.
      const works = new Set(left.map(({ id }) => id));
      const alone = checks.latest(({ state, pageRun }) => {
        return isRunning(state) && pageRun !== undefined && !works.has(pageRun);
      });
      const ends = alone.map((check) => {
        return wasSent(check) ? desk.takeUp(check) : desk.interrupt(check.id);
      });
      const goingOn = left.map(async ({ id, state }) => {
        if (state === 'running') await whileInDocument(() => work(id));
        if (state === 'counting') end(id, { state: 'failed', error: { code: 'interrupted' } });
      });
      await Promise.all([...goingOn, ...ends]);
      await leaveGonePages(runs, checks);
    },
  };
}

/** Whether a check was over before anything was sent: its verdict was known, or nothing was read. */
function wasSpared(check: CheckRecord | undefined): boolean {
  return check !== undefined && (check.answeredAt !== undefined || check.read === undefined);
}
