import { AppError, errorDataOf, isAppError } from '../errors/app-error.ts';
import type { ErrorData } from '../errors/error-data.ts';
import type { FileMarks } from '../media/marks/file-marks.ts';
import type { CheckDeskParts, ReadMedia, ReadOptions, ReadOutcome, SendOptions } from './check-desk-parts.ts';
import { type CheckRecord, hasEnded, isRunning } from './check-record.ts';
import { isUnread } from './is-unread.ts';
import type { MediaKind, MediaReference } from './media-reference.ts';
import { isVerySmall, type Question, type SendReason } from './question.ts';
import { bodyOf, fileOf, reportOf, thumbnailOf } from './read-media.ts';
import { serviceFor } from './service-for.ts';

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

/** What is sent for a check: a cut of the screen is an image, whatever it shows. */
function kindOf({ media, fromScreen }: CheckRecord): MediaKind {
  return fromScreen ? 'image' : media.kind;
}

/** A desk for checks of single media. */
export function createCheckDesk(parts: CheckDeskParts): CheckDesk {
  const { store, clock } = parts;
  const running = new Map<string, AbortController>();

  function change(id: string, next: (check: CheckRecord) => CheckRecord): void {
    const check = store.get(id);
    if (check && !hasEnded(check.state)) store.put(next(check));
  }

  async function end(
    id: string,
    outcome: Pick<CheckRecord, 'state' | 'verdict' | 'error' | 'unjudged' | 'marks'>,
  ): Promise<void> {
    change(id, ({ question: _, transfer: __, ...check }) => ({ ...check, ...outcome, endedAt: clock() }));
    const ended = store.get(id);
    if (ended && ended.state !== 'cancelled' && !ended.media.isPrivate) await parts.keep(ended).catch(parts.onFault);
  }

  function ask(id: string, question: Question): void {
    change(id, ({ transfer: _, ...now }) => ({ ...now, state: 'asking', question }));
  }

  /** The reasons that the user has not said yes to. */
  function unanswered({ agreed = [] }: CheckRecord, reasons: readonly SendReason[]): readonly SendReason[] {
    return reasons.filter((reason) => !agreed.includes(reason));
  }

  async function work(begun: CheckRecord, signal: AbortSignal): Promise<void> {
    const { id } = begun;
    await parts.admit(begun);
    let found = await serviceFor(parts.sender(kindOf(begun)));
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
    if (kindOf(check) !== kindOf(begun)) found = await serviceFor(parts.sender(kindOf(check)));
    if ('unjudged' in found) return readAlone(check, found.unjudged, signal);
    const { service } = found;
    const { reasons, site } = await parts.reasonsToAsk(media);
    const asked = { kind: 'before-sending', sentTo: service.host, ...(site !== undefined && { site }) } as const;
    const before = unanswered(check, reasons);
    if (before.length > 0) return ask(id, { ...asked, reasons: before });

    const read = await readFor(check, readOptions(id, signal));
    signal.throwIfAborted();
    if ('accessNeededFor' in read) return ask(id, { kind: 'site-access', origin: read.accessNeededFor });
    if ('ledToPrivate' in read) return ask(id, { ...asked, reasons: ['private-network'], site: read.ledToPrivate });
    if ('largeBytes' in read) return ask(id, { ...asked, reasons: ['large'], sizeBytes: read.largeBytes });
    const { prepared } = read;
    const size = 'size' in prepared ? prepared.size : undefined;
    const after = unanswered(check, size && isVerySmall(size) ? ['very-small'] : []);
    if (size && after.length > 0) return ask(id, { ...asked, reasons: after, size });

    const body = bodyOf(read);
    const report = reportOf(read, await parts.sha256(body));
    signal.throwIfAborted();
    change(id, ({ transfer: _, ...now }) => ({ ...now, state: 'uploading', read: report, ...thumbnailOf(read) }));
    // What the file says is read while it is sent, and stays whatever comes of that.
    const marked = marksOf(id, read).then((marks) => change(id, (now) => ({ ...now, marks })));
    const verdict = await service.check(body, sendOptions(id, body.size, signal)).finally(() => marked);
    signal.throwIfAborted();
    await end(id, { state: 'done', verdict });
  }

  /** Without the service: what the file says is all there is. Nothing is sent, so that nothing has to be asked before. */
  async function readAlone(check: CheckRecord, unjudged: ErrorData, signal: AbortSignal): Promise<void> {
    const { id, agreed = [] } = check;
    const { reasons } = await parts.reasonsToAsk(check.media);
    const unasked: CheckRecord = { ...check, agreed: [...agreed, ...reasons, 'large'] };
    try {
      const read = await readFor(unasked, { ...readOptions(id, signal), isFileAlone: true });
      signal.throwIfAborted();
      if ('accessNeededFor' in read)
        return ask(id, { kind: 'site-access', origin: read.accessNeededFor, isUnsent: true });
      if ('ledToPrivate' in read) throw new AppError({ code: 'led-to-private', host: read.ledToPrivate });
      if ('largeBytes' in read) throw new AppError({ code: 'large', sizeBytes: read.largeBytes });
      const report = reportOf(read, await parts.sha256(bodyOf(read)));
      change(id, ({ transfer: _, ...now }) => ({ ...now, read: report, ...thumbnailOf(read) }));
      const marks = await marksOf(id, read);
      signal.throwIfAborted();
      await end(id, { state: 'done', unjudged, marks });
    } catch (error) {
      if (!isAppError(error) || error.data.code !== 'video-stream') throw error;
      await end(id, { state: 'done', unjudged, marks: { unread: 'stream' } });
    }
  }

  function readFor(check: CheckRecord, options: ReadOptions): Promise<ReadOutcome> {
    return check.fromScreen ? parts.readScreen(check, options.signal) : parts.readMedia(check, options);
  }

  /** What the file says; pixels and clips are none. */
  async function marksOf(id: string, read: ReadMedia): Promise<FileMarks> {
    const file = fileOf(read);
    return 'unread' in file ? file : parts.readMarks(id, file);
  }

  function readOptions(id: string, signal: AbortSignal): ReadOptions {
    const startedAt = clock();
    const onProgress = (doneBytes: number, totalBytes: number | undefined) => {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      change(id, (now) => ({ ...now, transfer }));
    };
    return { signal, onProgress };
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
    const verdict = await service.resume(read, sendOptions(id, read.sizeBytes, signal));
    signal.throwIfAborted();
    // The file itself went with the background that read it.
    change(id, (now) => (now.marks ? now : { ...now, marks: { unread: 'fault' } }));
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
    const { id, media, fromScreen, restarts, agreed, startedAt } = check;
    const begun: CheckRecord = {
      ...{ id, media, fromScreen, startedAt, state: 'reading' },
      ...(restarts !== undefined && { restarts }),
      ...(agreed && { agreed }),
    };
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
