import type { BatchResult } from '../bitmind/batch-answer.ts';
import { AppError, errorDataOf, isAppError } from '../errors/app-error.ts';
import { atItsBeginning } from './at-its-beginning.ts';
import type { CheckDeskParts, RunOptions } from './check-desk-parts.ts';
import { type CheckRecord, hasEnded, isRunning } from './check-record.ts';
import { verdictsOfFrames } from './frame-verdicts.ts';
import { isUnread } from './is-unread.ts';
import type { MediaKind, MediaReference } from './media-reference.ts';
import { isVerySmall, type Question, type SendReason } from './question.ts';
import { createAloneReader } from './read-alone.ts';
import { marksOf, thumbnailOf } from './read-media.ts';
import { bodyOf, reportOf } from './read-report.ts';
import { serviceFor } from './service-for.ts';
import { createSharedVerdicts } from './shared-verdicts.ts';
import { createTransferWatch } from './transfer-watch.ts';

/** The use case: media in a page → its bytes → a verdict. The only place where a check's state changes. */
export interface CheckDesk {
  /** Makes a check, in the state `queued`. */
  open(media: MediaReference, more?: Pick<CheckRecord, 'pageRun' | 'agreed'>): CheckRecord;
  /** Runs a check from its beginning; nothing if it runs already. Gives the question it stopped at, if it did. */
  run(id: string, options?: RunOptions): Promise<Question | undefined>;
  cancel(id: string): void;
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

/** What is sent for a check: a cut of the screen is an image, whatever it shows, and so are frames. */
function kindOf({ media, fromScreen, read }: CheckRecord): MediaKind {
  return fromScreen || read?.frameSeconds ? 'image' : media.kind;
}

/** A desk for checks of single media. */
export function createCheckDesk(parts: CheckDeskParts): CheckDesk {
  const { store, clock } = parts;
  const running = new Map<string, AbortController>();
  const sharedVerdicts = createSharedVerdicts();
  const { readOptions, sendOptions } = createTransferWatch(change, clock);
  const readAlone = createAloneReader({ parts, change, end, ask, readOptions });

  function change(id: string, next: (check: CheckRecord) => CheckRecord): void {
    const check = store.get(id);
    if (check && !hasEnded(check.state)) store.put(next(check));
  }

  async function end(id: string, outcome: Pick<CheckRecord, 'state'> & Partial<CheckRecord>): Promise<void> {
    change(id, ({ question: _, transfer: __, ...check }) => ({ ...check, ...outcome, endedAt: clock() }));
    const ended = store.get(id);
    if (ended && ended.state !== 'cancelled' && !ended.media.isPrivate) await parts.keep(ended).catch(parts.onFault);
  }

  function ask(id: string, question: Question, { isUnattended }: RunOptions): void {
    if (isUnattended) throw new AppError({ code: 'needs-answer' });
    change(id, ({ transfer: _, ...now }) => ({ ...now, state: 'asking', question }));
  }

  /** The reasons that the user has not said yes to. */
  function unanswered({ agreed = [] }: CheckRecord, reasons: readonly SendReason[]): readonly SendReason[] {
    return reasons.filter((reason) => !agreed.includes(reason));
  }

  async function work(begun: CheckRecord, signal: AbortSignal, how: RunOptions): Promise<void> {
    const { id } = begun;
    const sender = how.sender ?? parts.sender;
    await parts.admit(begun);
    let found = await serviceFor(sender(kindOf(begun)));
    const located = await parts.locate(begun);
    signal.throwIfAborted();
    if ('isAmbiguous' in located) return ask(id, { kind: 'which-picture' }, how);
    if ('accessNeededFor' in located) return ask(id, { kind: 'site-access', origin: located.accessNeededFor }, how);
    const { media } = located;
    const check: CheckRecord = { ...begun, media };
    if (media !== begun.media) {
      change(id, (now) => ({ ...now, media }));
      await parts.admit(check); // Now that its address is known.
    }
    if (kindOf(check) !== kindOf(begun)) found = await serviceFor(sender(kindOf(check)));
    if ('unjudged' in found) return readAlone(check, found.unjudged, signal, how);
    let { service } = found;
    const { reasons, site } = await parts.reasonsToAsk(media);
    const asked = { kind: 'before-sending', sentTo: service.host, ...(site !== undefined && { site }) } as const;
    const before = unanswered(check, reasons);
    if (before.length > 0) return ask(id, { ...asked, reasons: before }, how);

    const recognised = how.isAfresh ? undefined : await parts.recognise(check, service.host, signal);
    signal.throwIfAborted();
    if (recognised) {
      const { verdict, givenAt, ...before } = recognised;
      change(id, ({ transfer: _, ...now }) => ({ ...now, ...before }));
      return end(id, { state: 'done', verdict, sentTo: service.host, answeredAt: givenAt });
    }
    const read = await (check.fromScreen
      ? parts.readScreen(check, signal)
      : parts.readMedia(check, readOptions(id, signal)));
    signal.throwIfAborted();
    if ('accessNeededFor' in read) return ask(id, { kind: 'site-access', origin: read.accessNeededFor }, how);
    if ('ledToPrivate' in read)
      return ask(id, { ...asked, reasons: ['private-network'], site: read.ledToPrivate }, how);
    if ('largeBytes' in read) return ask(id, { ...asked, reasons: ['large'], sizeBytes: read.largeBytes }, how);
    const { prepared } = read;
    const size = 'size' in prepared ? prepared.size : undefined;
    const after = unanswered(check, size && isVerySmall(size) ? ['very-small'] : []);
    if (size && after.length > 0) return ask(id, { ...asked, reasons: after, size }, how);

    if ('frames' in prepared) service = await parts.sender('image');
    const body = bodyOf(prepared);
    const report = reportOf(read, body, await parts.sha256(body));
    signal.throwIfAborted();
    change(id, ({ transfer: _, ...now }) => ({ ...now, state: 'uploading', read: report, ...thumbnailOf(read) }));
    // What the file says is read while it is sent, and stays whatever comes of that.
    const marked = marksOf(id, read, parts).then((marks) => change(id, (now) => ({ ...now, marks })));
    const { host } = service;
    const options = sendOptions(id, body.size, signal);
    if ('frames' in prepared) {
      how.onRead?.();
      const images = prepared.frames.map(({ image }) => image);
      return endWithFrames(id, await service.checkSeveral(images, options).finally(() => marked), host, signal);
    }
    const known = how.isAfresh ? undefined : await parts.knownVerdict(report.sha256, host);
    if (known) await marked;
    signal.throwIfAborted();
    if (known) return end(id, { state: 'done', verdict: known.verdict, sentTo: host, answeredAt: known.givenAt });
    how.onRead?.();
    const send = () => service.check(body, options);
    const verdict = await sharedVerdicts.of(`${host} ${report.sha256}`, signal, send).finally(() => marked);
    signal.throwIfAborted();
    await end(id, { state: 'done', verdict, sentTo: host });
  }

  /** The end of a check of frames: with a verdict on each that has one, and with an error where none has. */
  async function endWithFrames(
    id: string,
    results: readonly BatchResult[],
    sentTo: string,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const frames = verdictsOfFrames(results, store.get(id)?.read?.frameSeconds ?? []);
    if (frames.length > 0) return end(id, { state: 'done', frames, sentTo });
    const detail = results.flatMap((result) => ('failed' in result && result.detail) || []).at(0);
    throw new AppError({ code: 'input-refused', ...(detail !== undefined && { detail }) });
  }

  /** Goes on with what an earlier background was sending; from the beginning, once, if that came to nothing. */
  async function resumeOrRestart(check: CheckRecord, signal: AbortSignal, how: RunOptions): Promise<void> {
    try {
      await resume(check, signal, how);
    } catch (error) {
      const isLost = isAppError(error) && error.data.code === 'interrupted';
      // What was sent as a whole may have been counted: it is not sent twice by itself.
      if (!isLost || check.state !== 'uploading' || check.restarts) throw error;
      await work(begin({ ...check, restarts: 1 }), signal, how);
    }
  }

  async function resume(check: CheckRecord, signal: AbortSignal, { sender = parts.sender }: RunOptions): Promise<void> {
    const { id, read, batch } = check;
    if (!read) throw new AppError({ code: 'interrupted' });
    const service = await sender(kindOf(check));
    const { host } = service;
    const options = sendOptions(id, read.sizeBytes, signal);
    if (read.frameSeconds) {
      const sent = { type: read.type, sizeBytes: read.sizeBytes, count: read.frameSeconds.length };
      return endWithFrames(id, await service.resumeSeveral(sent, options), host, signal);
    }
    const verdict = await service.resume({ ...read, ...(batch && { batch }) }, options);
    signal.throwIfAborted();
    // The file itself went with the background that read it.
    change(id, (now) => (now.marks ? now : { ...now, marks: { unread: 'fault' } }));
    await end(id, { state: 'done', verdict, sentTo: host });
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

  async function takeUp(check: CheckRecord, how: RunOptions = {}): Promise<void> {
    const { id, state, restarts = 0 } = check;
    if (state === 'uploading' || state === 'waiting') {
      await toItsEnd(id, (signal) => resumeOrRestart(check, signal, how));
      return;
    }
    // What was not sent starts again, once: a check that outlasts two backgrounds would outlast them all.
    if (restarts > 0) {
      await end(id, { state: 'failed', error: { code: 'interrupted' } });
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
