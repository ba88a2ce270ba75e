import { hasAllSites } from '../../core/browser/site-access.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import type { Question } from '../../core/check/question.ts';
import { AppError, errorDataOf, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { logFault } from '../../core/log.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { withCutPlace } from '../address-limit.ts';
import { keepAlive } from '../browser/keep-alive.ts';
import { findInPage } from '../page-link/page-link.ts';
import { reasonsToAsk } from '../read/reasons-to-ask.ts';
import { recogniseMedia } from '../results/known-verdicts.ts';
import { hasEnded, hasVerdict, isRunning, isUnread, wasSent } from '../store/check-state.ts';
import { within } from '../within.ts';
import { isPlaceAllowed } from './admit-check.ts';
import { changeCheck, endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOptions } from './check-options.ts';
import { workOnCheck } from './check-work.ts';
import { resumeCheck } from './resume-check.ts';

/** What the user said yes to. */
type Said = 'agreed' | 'agreedToRead' | 'agreedHosts';

/** The use case: media in a page → its bytes → a verdict. */
export type CheckDesk = ReturnType<typeof createCheckDesk>;

/** The desk for checks of single media. It alone begins, stops and takes up checks. */
export function createCheckDesk(context: CheckContext) {
  const { store, clock } = context;
  const running = new Map<string, AbortController>();

  /** Makes a check, in the state `queued`. */
  function open(pointed: MediaReference, more?: Pick<CheckRecord, 'pageRun' | 'part' | Said>): CheckRecord {
    const [id, media] = [crypto.randomUUID(), withCutPlace(mediaOfRecord(pointed))];
    const check: CheckRecord = { ...more, id, state: 'queued', media, fromScreen: false, startedAt: clock() };
    store.put(check);
    return check;
  }

  /** Runs a check from its beginning, at somebody's wish unless `how` says else; nothing if it runs already. Gives the question it stopped at, if it did. */
  async function run(id: string, how: CheckOptions = {}): Promise<Question | undefined> {
    await store.load();
    const check = store.get(id);
    // One that has ended may be tried again at once, also while its result is still being kept.
    if (!check || (running.has(id) && !hasEnded(check.state))) return undefined;
    const begun = begin(how.isUnattended ? check : pointedAt(check));
    await toItsEnd(id, (signal) => workOnCheck(context, begun, signal, how));
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
    const letGo = keepAlive();
    try {
      await work(controller.signal);
    } catch (error) {
      const data = await asOfCheck(errorDataOf(error), store.get(id));
      if (controller.signal.aborted) return; // Its end was written by whoever aborted it.
      logFault(error);
      // A screen that could not be captured is no choice to be kept: trying again climbs the ladder anew.
      changeCheck(context, id, (now) => ({ ...now, fromScreen: false }));
      await endCheck(context, id, { state: 'failed', error: data });
    } finally {
      letGo();
      if (running.get(id) === controller) running.delete(id); // A check tried again has a controller of its own.
    }
  }

  /**
   * Goes on with what an earlier background was sending; from the beginning, once, if that came to nothing: so a refusal is met as
   * it always is, by a new token, a pause, smaller requests.
   */
  async function resumeOrRestart(check: CheckRecord, signal: AbortSignal, how: CheckOptions): Promise<void> {
    const left = await resumeCheck(context, check, signal, how).catch((error: unknown) => {
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
      await workOnCheck(context, begin({ ...check, restarts: 1 }), signal, how);
    });
  }

  /** Ends a check of which nothing is known any more but that it had begun: it may have been sent. */
  function interrupt(id: string): Promise<void> {
    return endCheck(context, id, { state: 'failed', error: { code: 'interrupted' } });
  }

  /** Ends or goes on with a check that an earlier background left in the middle. */
  async function takeUp(check: CheckRecord, how: CheckOptions = {}): Promise<void> {
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
    open,
    run,
    interrupt,
    takeUp,
    cancel(id: string): void {
      running.get(id)?.abort();
      running.delete(id);
      void endCheck(context, id, { state: 'cancelled' });
    },
    /**
     * A check, done, of media that was checked at its address not long ago and has not changed, as its server says: nothing is
     * read. Undefined where that is not known.
     */
    async recognise(media: MediaReference, host: string): Promise<CheckRecord | undefined> {
      const pointed = { media, fromScreen: false };
      if (!(await isPlaceAllowed(media))) return undefined; // Its check will say so.
      if ((await reasonsToAsk(media)).reasons.length > 0) return undefined; // The user is asked before its server is.
      const known = await recogniseMedia(context, pointed, host, new AbortController().signal);
      if (!known) return undefined;
      const { givenAt: answeredAt, ...found } = known;
      const ended = { state: 'done', answeredAt, sentTo: host, startedAt: clock(), endedAt: clock() } as const;
      const done: CheckRecord = { id: crypto.randomUUID(), ...pointed, ...found, ...ended };
      store.put(done);
      return done;
    },
    /** Goes on with what the user was asked about: it may be sent, or read where nobody is signed in. */
    async agreeToSend(id: string): Promise<void> {
      await store.load();
      const check = store.get(id);
      if (check?.question?.kind !== 'before-sending') throw new AppError({ code: 'message-refused' });
      const { sentTo, reasons, site } = check.question;
      const agreed = sentTo === undefined ? 'agreedToRead' : 'agreed';
      const agreedHosts = [...(check.agreedHosts ?? []), ...(site === undefined ? [] : [site])];
      store.put({ ...check, [agreed]: [...(check[agreed] ?? []), ...reasons], agreedHosts });
      await run(id);
    },
    /** Goes on with what is on the screen in place of the original file. */
    async useScreen(id: string): Promise<void> {
      await store.load();
      const check = store.get(id);
      if (!check || check.part || (check.question?.kind !== 'site-access' && !isUnread(check)))
        throw new AppError({ code: 'message-refused' });
      store.put({ ...check, fromScreen: true });
      await run(id);
    },
    /** Goes on with the checks that asked for access to a site which `hasAccess` now. */
    async resumeAsking(hasAccess: (origin: string) => Promise<boolean>): Promise<void> {
      await store.load();
      const asking = store.latest(({ state }) => state === 'asking');
      await Promise.all(
        asking.map(async ({ id, question }) => {
          if (question?.kind !== 'site-access' || !(await hasAccess(question.origin))) return;
          if (store.get(id)?.state === 'asking') await run(id);
        }),
      );
    },
    /** Ends and forgets the checks of private windows, and what is still to come of them. */
    async forgetPrivate(): Promise<void> {
      await store.load();
      for (const { id } of store.latest(({ media }) => media.isPrivate)) {
        running.get(id)?.abort();
        running.delete(id);
        store.remove(id);
        for (const remembered of [context.files, context.manifests]) remembered.forget(id);
      }
    },
    /** Takes up every check that an earlier background left, but for those of whole pages. Run at each start. */
    async recover(): Promise<void> {
      const left = (await store.load()).filter(({ state, pageRun }) => isRunning(state) && pageRun === undefined);
      await Promise.all(left.map((check) => takeUp(check)));
    },
  };
}

/** Media as a record names it: what the browser told of its addresses, without names and passwords. A page's claims come without them. */
function mediaOfRecord(media: MediaReference): MediaReference {
  if (isLocalFile(media)) return media;
  const { url, frameUrl, pageUrl } = media;
  return {
    ...media,
    pageUrl: withoutUserinfo(pageUrl),
    ...(frameUrl !== undefined && { frameUrl: withoutUserinfo(frameUrl) }),
    ...(url !== undefined && { url: withoutUserinfo(url) }),
  };
}

/** The check of what nobody had pointed at, now that somebody has. */
function pointedAt(check: CheckRecord): CheckRecord {
  if (isLocalFile(check.media)) return check;
  const { isAutomatic: _, ...media } = check.media;
  return { ...check, media };
}

/** A check at its beginning, whatever became of it before: what the user said and chose stays. */
function atItsBeginning(check: CheckRecord): CheckRecord {
  const { id, media, fromScreen, part, pageRun, restarts, agreed, agreedToRead, agreedHosts, stages, startedAt } =
    check;
  return {
    ...{ id, media, fromScreen, startedAt, state: 'reading' },
    ...(part && { part }),
    ...(pageRun !== undefined && { pageRun }),
    ...(restarts !== undefined && { restarts }),
    ...(agreed && { agreed }),
    ...(agreedToRead && { agreedToRead }),
    ...(agreedHosts && { agreedHosts }),
    ...(stages && { stages }),
    ...earlierOf(check),
  };
}

/** What a check is to be again, where nothing comes of checking it once more. Without what was on its way then. */
function earlierOf(check: CheckRecord): Pick<CheckRecord, 'earlier'> {
  const { earlier, isReadingFile: _r, notCheckedAgain: _n, ...judged } = check;
  if (earlier) return { earlier };
  return hasVerdict(check) ? { earlier: judged } : {};
}

/** A page that is there answers well within this, in milliseconds. */
const PAGE_LIMIT_MS = 5_000;

/**
 * The error in the words for this check: a file that could not be read, while no server said why, may be on a site that is not allowed
 * yet, or was its page's alone (`blob:`), which may have gone; and a video of which the screen shows one plain colour is no image.
 */
async function asOfCheck(data: ErrorData, check: CheckRecord | undefined): Promise<ErrorData> {
  const media = check?.media;
  if (data.code === 'blank-picture' && media?.kind === 'video') return { code: 'video-still', look: 'black' };
  const isUnexplained = data.code === 'media-unreadable' && data.status === undefined;
  if (check && media && !isLocalFile(media) && media.url?.startsWith('blob:')) {
    if (!isUnexplained && data.code !== 'media-gone') return data;
    const found = await within(PAGE_LIMIT_MS, findInPage(check.id, media));
    return found && found.kind !== 'gone' ? data : { code: 'page-gone' };
  }
  return isUnexplained && !(await hasAllSites()) ? { code: 'media-elsewhere' } : data;
}
