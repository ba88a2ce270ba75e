import type { BatchResult } from '../bitmind/batch-answer.ts';
import { AppError, errorDataOf, isAppError } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-data.ts';
import type { CheckDeskParts, ReadOptions, SendOptions } from './check-desk-parts.ts';
import { type CheckRecord, hasEnded, isRunning } from './check-record.ts';
import { verdictsOfFrames } from './frame-verdicts.ts';
import type { MediaKind, MediaReference } from './media-reference.ts';
import { isVerySmall, type Question, type SendReason } from './question.ts';
import { bodyOf, reportOf } from './read-report.ts';

/** The use case: media in a page → its bytes → a verdict. The only place where a check's state changes. */
export interface CheckDesk {
  /** Makes a check, in the state `queued`. */
  open(media: MediaReference): CheckRecord;
  /** Runs a check from its beginning; nothing if it runs already. Gives the question it stopped at, if it did. */
  run(id: string): Promise<Question | undefined>;
  cancel(id: string): void;
  /** Goes on with what the user was asked about: it may be sent. */
  agreeToSend(id: string): Promise<void>;
  /** Goes on with what is on the screen in place of the original file. */
  useScreen(id: string): Promise<void>;
  /** Goes on with the checks that asked for access to a site which `hasAccess` now. */
  resumeAsking(hasAccess: (origin: string) => Promise<boolean>): Promise<void>;
  /** Ends or goes on with what an earlier background left in the middle. Run at each start. */
  recover(): Promise<void>;
}

/** Errors after which another way to the image may still work. */
const UNREAD: readonly ErrorCode[] = [
  'media-unreadable',
  'not-a-picture',
  'other-picture',
  'damaged-picture',
  'file-address',
  'not-loaded',
  'video-stream',
  'video-paused',
  'format-unsupported',
];

/** Whether a check ended without its image having been read: another way to it may still work. */
export function isUnread({ state, error }: CheckRecord): boolean {
  return state === 'failed' && error !== undefined && UNREAD.includes(error.code);
}

/** What is sent for a check: a cut of the screen is an image, whatever it shows, and so are frames. */
function kindOf({ media, fromScreen, read }: CheckRecord): MediaKind {
  return fromScreen || read?.frameSeconds ? 'image' : media.kind;
}

/** A desk for checks of single media. */
export function createCheckDesk(parts: CheckDeskParts): CheckDesk {
  const { store, clock } = parts;
  const running = new Map<string, AbortController>();

  function change(id: string, next: (check: CheckRecord) => CheckRecord): void {
    const check = store.get(id);
    if (check && !hasEnded(check.state)) store.put(next(check));
  }

  async function end(id: string, outcome: Pick<CheckRecord, 'state' | 'verdict' | 'frames' | 'error'>): Promise<void> {
    change(id, ({ question: _, transfer: __, converting: ___, ...check }) => ({
      ...check,
      ...outcome,
      endedAt: clock(),
    }));
    const ended = store.get(id);
    if (ended && ended.state !== 'cancelled' && !ended.media.isPrivate) await parts.keep(ended).catch(parts.onFault);
  }

  function ask(id: string, question: Question): void {
    change(id, ({ transfer: _, converting: __, ...now }) => ({ ...now, state: 'asking', question }));
  }

  /** The reasons that the user has not said yes to. */
  function unanswered({ agreed = [] }: CheckRecord, reasons: readonly SendReason[]): readonly SendReason[] {
    return reasons.filter((reason) => !agreed.includes(reason));
  }

  async function work(begun: CheckRecord, signal: AbortSignal): Promise<void> {
    const { id } = begun;
    await parts.admit(begun);
    let service = await parts.sender(kindOf(begun));
    const located = await parts.locate(begun);
    signal.throwIfAborted();
    if ('isAmbiguous' in located) return ask(id, { kind: 'which-picture' });
    if ('accessNeededFor' in located) return ask(id, { kind: 'site-access', origin: located.accessNeededFor });
    const { media } = located;
    const check: CheckRecord = { ...begun, media };
    if (media !== begun.media) {
      change(id, (now) => ({ ...now, media }));
      await parts.admit(check); // Now that its address is known.
    }
    if (kindOf(check) !== kindOf(begun)) service = await parts.sender(kindOf(check));
    const { reasons, site } = await parts.reasonsToAsk(media);
    const asked = { kind: 'before-sending', sentTo: service.host, ...(site !== undefined && { site }) } as const;
    const before = unanswered(check, reasons);
    if (before.length > 0) return ask(id, { ...asked, reasons: before });

    const read = await (check.fromScreen
      ? parts.readScreen(check, signal)
      : parts.readMedia(check, readOptions(id, signal)));
    signal.throwIfAborted();
    if ('accessNeededFor' in read) return ask(id, { kind: 'site-access', origin: read.accessNeededFor });
    if ('ledToPrivate' in read) return ask(id, { ...asked, reasons: ['private-network'], site: read.ledToPrivate });
    if ('largeBytes' in read) return ask(id, { ...asked, reasons: ['large'], sizeBytes: read.largeBytes });
    const { prepared } = read;
    const size = 'size' in prepared ? prepared.size : undefined;
    const after = unanswered(check, size && isVerySmall(size) ? ['very-small'] : []);
    if (size && after.length > 0) return ask(id, { ...asked, reasons: after, size });

    if ('frames' in prepared) service = await parts.sender('image');
    const body = bodyOf(prepared);
    const thumbnail = 'thumbnail' in prepared ? prepared.thumbnail : undefined;
    const report = reportOf(read, body, await parts.sha256(body));
    signal.throwIfAborted();
    change(id, ({ transfer: _, converting: __, ...now }) => ({
      ...now,
      state: 'uploading',
      read: report,
      ...(thumbnail && { thumbnail }),
    }));
    const options = sendOptions(id, body.size, signal);
    if ('frames' in prepared) {
      const images = prepared.frames.map(({ image }) => image);
      await endWithFrames(id, await service.checkSeveral(images, options), signal);
      return;
    }
    const verdict = await service.check(body, options);
    signal.throwIfAborted();
    await end(id, { state: 'done', verdict });
  }

  /** The end of a check of frames: with a verdict on each that has one, and with an error where none has. */
  async function endWithFrames(id: string, results: readonly BatchResult[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const frames = verdictsOfFrames(results, store.get(id)?.read?.frameSeconds ?? []);
    if (frames.length > 0) return end(id, { state: 'done', frames });
    const detail = results.flatMap((result) => ('failed' in result && result.detail) || []).at(0);
    throw new AppError({ code: 'input-refused', ...(detail !== undefined && { detail }) });
  }

  function readOptions(id: string, signal: AbortSignal): ReadOptions {
    const startedAt = clock();
    const onProgress = (doneBytes: number, totalBytes: number | undefined) => {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      change(id, (now) => ({ ...now, transfer }));
    };
    const onConverting = (converting: number) => change(id, ({ transfer: _, ...now }) => ({ ...now, converting }));
    return { signal, onProgress, onConverting };
  }

  function sendOptions(id: string, totalBytes: number, signal: AbortSignal): SendOptions {
    const startedAt = clock();
    const onProgress = (sent: number) =>
      change(id, ({ transfer: _, ...now }) => {
        if (sent >= 1) return { ...now, state: 'waiting' };
        const transfer = { doneBytes: sent * totalBytes, totalBytes, startedAt };
        return { ...now, state: 'uploading', transfer };
      });
    return { signal, job: { id, onProgress } };
  }

  /** Goes on with what an earlier background was sending; from the beginning, once, if that came to nothing. */
  async function resumeOrRestart(check: CheckRecord, signal: AbortSignal): Promise<void> {
    try {
      await resume(check, signal);
    } catch (error) {
      const isLost = isAppError(error) && error.data.code === 'interrupted';
      // What was sent as a whole may have been counted: it is not sent twice by itself.
      if (!isLost || check.state !== 'uploading' || check.restarts) throw error;
      await work(begin({ ...check, restarts: 1 }), signal);
    }
  }

  async function resume(check: CheckRecord, signal: AbortSignal): Promise<void> {
    const { id, read } = check;
    if (!read) throw new AppError({ code: 'interrupted' });
    const service = await parts.sender(kindOf(check));
    const options = sendOptions(id, read.sizeBytes, signal);
    if (read.frameSeconds) {
      const sent = { type: read.type, sizeBytes: read.sizeBytes, count: read.frameSeconds.length };
      await endWithFrames(id, await service.resumeSeveral(sent, options), signal);
      return;
    }
    const verdict = await service.resume(read, options);
    signal.throwIfAborted();
    await end(id, { state: 'done', verdict });
  }

  async function run(id: string): Promise<Question | undefined> {
    await store.load();
    const check = store.get(id);
    if (!check || running.has(id)) return undefined;
    const begun = begin(check);
    await toItsEnd(id, (signal) => work(begun, signal));
    return store.get(id)?.question;
  }

  /** A check at its beginning, whatever became of it before. */
  function begin(check: CheckRecord): CheckRecord {
    const {
      question: _q,
      error: _e,
      endedAt: _t,
      read: _r,
      transfer: _s,
      verdict: _v,
      thumbnail: _p,
      frames: _f,
      ...kept
    } = check;
    const begun: CheckRecord = { ...kept, state: 'reading' };
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

  return {
    open(media) {
      const check: CheckRecord = {
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
    cancel(id) {
      running.get(id)?.abort();
      running.delete(id);
      void end(id, { state: 'cancelled' });
    },
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
      const left = (await store.load()).filter((check) => isRunning(check.state));
      await Promise.all(
        left.map(async (check) => {
          const { id, state, restarts = 0 } = check;
          if (state === 'uploading' || state === 'waiting') {
            await toItsEnd(id, (signal) => resumeOrRestart(check, signal));
            return;
          }
          // What was not sent starts again, once: a check that outlasts two backgrounds would outlast them all.
          if (restarts > 0) {
            await end(id, { state: 'failed', error: { code: 'interrupted' } });
            return;
          }
          store.put({ ...check, restarts: restarts + 1 });
          await run(id);
        }),
      );
    },
  };
}
