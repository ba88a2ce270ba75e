import type { CheckRecord } from '../../core/check/check-record.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import type { SendReason } from '../../core/check/question.ts';
import { errorDataOf } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { cutAddress } from '../address-limit.ts';
import { atMost, type InTurn } from '../at-most.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import type { CheckOptions } from '../check/check-options.ts';
import { whileInDocument } from '../offscreen-link/in-document.ts';
import { followAgain } from '../page-link/page-check-link.ts';
import { siteOf } from '../read/reasons-to-ask.ts';
import { hasEnded, isRunning, wasSent } from '../store/check-state.ts';
import { hasRunEnded, type PageRun } from '../store/page-run.ts';
import { type GroupSender, groupSender, unlessWithoutAccount } from './group-sender.ts';
import { leaveGonePages } from './leave-gone-pages.ts';
import { mediaOf } from './media-of-item.ts';
import { accessMissing, countPage } from './page-counter.ts';
import type { PageRunStore } from './page-run-store.ts';

/** Media that are read at the same time. */
const READERS = 6;

/** The page whose media are checked. */
export interface PageToCheck {
  readonly tabId: number;
  readonly pageUrl: string;
  readonly isPrivate: boolean;
}

/** The use case of a whole page. */
export type PageDesk = ReturnType<typeof createPageDesk>;

/** The use case of a whole page: count, ask, check each of its media. The only place where such a check's state changes. */
export function createPageDesk(context: CheckContext, desk: CheckDesk, runs: PageRunStore) {
  const { store: checks, clock } = context;
  /** What ends the waiting of the checks of a run, by its id. */
  const stopping = new Map<string, AbortController>();

  function end(id: string, outcome: Pick<PageRun, 'state' | 'error'>): void {
    runs.change(id, (run) => (hasRunEnded(run) ? run : { ...run, ...outcome, endedAt: clock() }));
  }

  /** Counts what a page holds; goes on by itself where the user has said so, or where there is little of it. */
  async function count(page: PageToCheck, kind: MediaKind, isConfirmed: boolean): Promise<PageRun> {
    await Promise.all([runs.load(), checks.load()]);
    const earlier = runs.inTab(page.tabId);
    if (earlier?.state === 'running') return earlier;
    const run: PageRun = { ...emptyRun(crypto.randomUUID(), page, kind), startedAt: clock() };
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
      const sender = await unlessWithoutAccount(groupSender(context, kind));
      const run = runs.get(id);
      if (run?.state !== 'running') return; // It was cancelled before any of its checks was opened.
      const readers = atMost(READERS);
      const stop = new AbortController();
      stopping.set(id, stop);
      const begun = checksUnderWay(run);
      const opened = openChecks(run);
      await Promise.all([
        ...begun.map((check) => checkOne(check, true, sender, readers, stop.signal)),
        ...opened.map((check) => checkOne(check, false, sender, readers, stop.signal)),
      ]);
      end(id, { state: 'done' });
    } catch (error) {
      logFault(error);
      end(id, { state: 'failed', error: errorDataOf(error) });
    } finally {
      stopping.delete(id);
      void leaveGonePages(runs, checks).catch(logFault);
    }
  }

  function checksUnderWay(run: PageRun): CheckRecord[] {
    return run.items.flatMap(({ plan, checkId }) => {
      const check = plan === 'to-check' && checkId !== undefined ? checks.get(checkId) : undefined;
      return check && isRunning(check.state) ? [check] : [];
    });
  }

  /** Opens the checks of all that has none yet. One that had begun, and whose record is lost, may have been sent: not again. */
  function openChecks(run: PageRun): CheckRecord[] {
    const opened: CheckRecord[] = [];
    const items = run.items.map((item) => {
      const isOpen = item.checkId !== undefined && checks.get(item.checkId) !== undefined;
      if (item.plan !== 'to-check' || isOpen) return item;
      const agreed = run.sentTo === '' ? { agreedToRead: run.reasons } : { agreed: run.reasons };
      const media = mediaOf(run, item);
      const agreedHosts = run.privateHosts.filter((host) => host === siteOf(media));
      const check = desk.open(media, { pageRun: run.id, ...agreed, agreedHosts });
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
    readers: InTurn,
    stopped: AbortSignal,
  ): Promise<void> {
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
  }

  /** Stops what is not done; what is done stays. */
  function stop(id: string): void {
    // Before its checks: where a page has gone, Chromium runs what waits for them in the middle of this loop.
    end(id, { state: 'cancelled' });
    stopping.get(id)?.abort();
    for (const check of checks.ofRun(id)) if (!hasEnded(check.state)) desk.cancel(check.id);
  }

  return {
    runs,
    count,
    start,
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
        if (run.state !== 'asking') continue;
        const missing = await accessMissing(run);
        runs.change(run.id, (now) => ({ ...now, accessMissing: missing }));
      }
    },
    /** Has the frames of a page show what has changed of its check after that had ended. */
    async lookAgain(id: string): Promise<void> {
      const run = runs.get(id);
      if (run) await followAgain(run.tabId, new Set([0, ...run.items.map(({ frameId }) => frameId)]));
    },
    /** Goes on, to the end, with what an earlier background left in the middle. Run at each start. */
    async recover(): Promise<void> {
      const left = (await runs.load()).filter((run) => !hasRunEnded(run));
      await checks.load();
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

function emptyRun(id: string, page: PageToCheck, kind: MediaKind): Omit<PageRun, 'startedAt'> {
  const nothing = { items: [], accessMissing: [], privateHosts: [], reasons: [] as readonly SendReason[] };
  const counting = { state: 'counting', isQuiet: false, sentTo: '' } as const;
  return { id, kind, ...counting, ...page, pageUrl: cutAddress(withoutUserinfo(page.pageUrl)), ...nothing };
}
