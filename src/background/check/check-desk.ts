import type { CheckDeskParts, RunOptions } from '../../core/check/check-desk-parts.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { hasEnded, isRunning, wasSent } from '../../core/check/check-state.ts';
import type { MediaReference } from '../../core/check/media-reference.ts';
import type { Question } from '../../core/check/question.ts';
import { AppError, errorDataOf, isAppError } from '../../core/errors/app-error.ts';
import { atItsBeginning } from './at-its-beginning.ts';
import { type CheckOutcome, createCheckWork } from './check-work.ts';
import { isUnread } from './is-unread.ts';

/** The use case: media in a page → its bytes → a verdict. The only place where a check's state changes. */
export interface CheckDesk {
  /** Makes a check, in the state `queued`. */
  open(media: MediaReference, more?: Pick<CheckRecord, 'pageRun' | 'agreed'>): CheckRecord;
  /** Runs a check from its beginning; nothing if it runs already. Gives the question it stopped at, if it did. */
  run(id: string, options?: RunOptions): Promise<Question | undefined>;
  cancel(id: string): void;
  /** Ends a check of which nothing is known any more but that it had begun: it may have been sent. */
  interrupt(id: string): Promise<void>;
  /**
   * A check, done, of media that was checked at its address not long ago and has not changed, as its server says: nothing is
   * read. Undefined where that is not known.
   */
  recognise(media: MediaReference, host: string): Promise<CheckRecord | undefined>;
  /** Goes on with what the user was asked about: it may be sent. */
  agreeToSend(id: string): Promise<void>;
  /** Goes on with what is on the screen in place of the original file. */
  useScreen(id: string): Promise<void>;
  /** Goes on with the checks that asked for access to a site which `hasAccess` now. */
  resumeAsking(hasAccess: (origin: string) => Promise<boolean>): Promise<void>;
  /** Ends or goes on with what an earlier background left in the middle, but for the checks of whole pages. Run at each start. */
  recover(): Promise<void>;
  /** The same for one check. */
  takeUp(check: CheckRecord, options?: RunOptions): Promise<void>;
}

/** A desk for checks of single media. */
export function createCheckDesk(parts: CheckDeskParts): CheckDesk {
  const { store, clock } = parts;
  const running = new Map<string, AbortController>();
  const { work, resume } = createCheckWork(parts, { change, end });

  function change(id: string, next: (check: CheckRecord) => CheckRecord): void {
    const check = store.get(id);
    if (check && !hasEnded(check.state)) store.put(next(check));
  }

  async function end(id: string, outcome: CheckOutcome): Promise<void> {
    change(id, ({ question: _, progress: __, ...now }) => ({
      ...now,
      ...outcome,
      endedAt: clock(),
    }));
    const ended = store.get(id);
    if (ended && ended.state !== 'cancelled' && !ended.media.isPrivate) await parts.keep(ended).catch(parts.onFault);
  }

  /**
   * Goes on with what an earlier background was sending; from the beginning, once, if that came to nothing: so a refusal is met as
   * it always is, by a new token, a pause, smaller requests.
   */
  async function resumeOrRestart(check: CheckRecord, signal: AbortSignal, how: RunOptions): Promise<void> {
    const left = await resume(check, signal, how).catch((error: unknown) => {
      const isLost = isAppError(error) && error.data.code === 'interrupted';
      // What was sent as a whole may have been counted: it is not sent twice by itself.
      if (!isLost || check.state !== 'uploading') throw error;
      return { notJudged: error.data };
    });
    if (!left) return;
    if (check.restarts) throw new AppError(left.notJudged);
    const { inTurn = (begun) => begun() } = how;
    await inTurn(async () => {
      signal.throwIfAborted();
      await work(begin({ ...check, restarts: 1 }), signal, how);
    });
  }

  async function run(id: string, how: RunOptions = {}): Promise<Question | undefined> {
    await store.load();
    const check = store.get(id);
    if (!check || running.has(id)) return undefined;
    const begun = begin(check);
    await toItsEnd(id, (signal) => work(begun, signal, how));
    return store.get(id)?.question;
  }

  function begin(check: CheckRecord): CheckRecord {
    const begun = atItsBeginning(check);
    store.put(begun);
    return begun;
  }

  /** Does the work of a check, which may be stopped, and sees that it comes to an end or to a question. */
  async function toItsEnd(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const letGo = parts.keepAlive();
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return; // Its end was written by whoever aborted it.
      parts.onFault(error);
      // A screen that could not be captured is no choice to be kept: trying again climbs the ladder anew.
      change(id, (now) => ({ ...now, fromScreen: false }));
      await end(id, { state: 'failed', error: errorDataOf(error) });
    } finally {
      letGo();
      if (running.get(id) === controller) running.delete(id); // A check tried again has a controller of its own.
    }
  }

  function interrupt(id: string): Promise<void> {
    return end(id, { state: 'failed', error: { code: 'interrupted' } });
  }

  async function takeUp(check: CheckRecord, how: RunOptions = {}): Promise<void> {
    const { id, restarts = 0 } = check;
    if (wasSent(check)) {
      await toItsEnd(id, (signal) => resumeOrRestart(check, signal, how));
      return;
    }
    // What was not sent starts again, once: a check that outlasts two backgrounds would outlast them all.
    if (restarts > 0) {
      await interrupt(id);
      return;
    }
    store.put({ ...check, restarts: restarts + 1 });
    await run(id, how);
  }

  return {
    open(media, more) {
      const check: CheckRecord = {
        ...more,
        id: parts.newId(),
        state: 'queued',
        media,
        fromScreen: false,
        startedAt: clock(),
      };
      store.put(check);
      return check;
    },
    run,
    async recognise(media, host) {
      const check: CheckRecord = { id: parts.newId(), state: 'done', media, fromScreen: false, startedAt: clock() };
      const known = await parts.recognise(check, host, new AbortController().signal);
      if (!known) return undefined;
      const { givenAt: answeredAt, ...found } = known;
      const done: CheckRecord = { ...check, ...found, answeredAt, sentTo: host, endedAt: clock() };
      store.put(done);
      return done;
    },
    cancel(id) {
      running.get(id)?.abort();
      running.delete(id);
      void end(id, { state: 'cancelled' });
    },
    interrupt,
    async agreeToSend(id) {
      await store.load();
      const check = store.get(id);
      if (check?.question?.kind !== 'before-sending') throw new AppError({ code: 'message-refused' });
      store.put({ ...check, agreed: [...(check.agreed ?? []), ...check.question.reasons] });
      await run(id);
    },
    async useScreen(id) {
      await store.load();
      const check = store.get(id);
      if (!check || (check.question?.kind !== 'site-access' && !isUnread(check)))
        throw new AppError({ code: 'message-refused' });
      store.put({ ...check, fromScreen: true });
      await run(id);
    },
    async resumeAsking(hasAccess) {
      await store.load();
      const asking = store.list().filter((check) => check.state === 'asking');
      await Promise.all(
        asking.map(async ({ id, question }) => {
          if (question?.kind !== 'site-access' || !(await hasAccess(question.origin))) return;
          if (store.get(id)?.state === 'asking') await run(id);
        }),
      );
    },
    async recover() {
      const left = (await store.load()).filter(({ state, pageRun }) => isRunning(state) && pageRun === undefined);
      await Promise.all(left.map((check) => takeUp(check)));
    },
    takeUp,
  };
}
