import type { Verdict } from '../bitmind/verdict.ts';
import { AppError, errorDataOf } from '../errors/app-error.ts';
import { type CheckRecord, hasEnded, isRunning, type ReadMethod } from './check-record.ts';
import type { CheckStore } from './check-store.ts';
import type { MediaReference } from './media-reference.ts';

/** What reading gave: the bytes, ready to be sent; or the origin the browser has to be asked about first. */
export type ReadOutcome =
  | { readonly image: Blob; readonly method: ReadMethod; readonly isPartial?: boolean }
  | { readonly accessNeededFor: string };

/** Sends one image to the service. */
export type SendImage = (
  image: Blob,
  options: { readonly signal: AbortSignal; readonly onSent: () => void },
) => Promise<Verdict>;

/** What the desk needs from its surroundings. */
export interface CheckDeskParts {
  readonly store: CheckStore;
  /** Keeps an ended check on disk. */
  readonly keep: (check: CheckRecord) => Promise<void>;
  /** The way to the service; throws AppError when nobody is signed in. */
  readonly sender: () => Promise<SendImage>;
  readonly readOriginal: (check: CheckRecord, signal: AbortSignal) => Promise<ReadOutcome>;
  readonly readScreen: (check: CheckRecord, signal: AbortSignal) => Promise<ReadOutcome>;
  readonly sha256: (image: Blob) => Promise<string>;
  readonly thumbnail: (image: Blob) => Promise<Blob | undefined>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Told of faults of this software; the check says `unexpected`. */
  readonly onFault: (error: unknown) => void;
}

/** The use case: media in a page → its bytes → a verdict. The only place where a check's state changes. */
export interface CheckDesk {
  /** Makes a check, in the state `queued`. */
  open(media: MediaReference): CheckRecord;
  /** Runs a check from its beginning; nothing if it runs already. */
  run(id: string): Promise<void>;
  cancel(id: string): void;
  /** Goes on with what is on the screen in place of the original file. */
  useScreen(id: string): Promise<void>;
  /** Goes on with the checks that asked for access to a site which `hasAccess` now. */
  resumeAsking(hasAccess: (origin: string) => Promise<boolean>): Promise<void>;
  /** Ends or goes on with what an earlier background left in the middle. Run at each start. */
  recover(): Promise<void>;
}

/** A desk for checks of single images. */
export function createCheckDesk(parts: CheckDeskParts): CheckDesk {
  const { store, clock } = parts;
  const running = new Map<string, AbortController>();

  function change(id: string, next: (check: CheckRecord) => CheckRecord): void {
    const check = store.get(id);
    if (check && !hasEnded(check.state)) store.put(next(check));
  }

  async function end(id: string, outcome: Pick<CheckRecord, 'state' | 'verdict' | 'error'>): Promise<void> {
    change(id, ({ question: _, ...check }) => ({ ...check, ...outcome, endedAt: clock() }));
    const ended = store.get(id);
    if (ended && ended.state !== 'cancelled' && !ended.media.isPrivate) await parts.keep(ended).catch(parts.onFault);
  }

  async function work(check: CheckRecord, signal: AbortSignal): Promise<void> {
    const { id } = check;
    const send = await parts.sender();
    const read = await (check.fromScreen ? parts.readScreen(check, signal) : parts.readOriginal(check, signal));
    signal.throwIfAborted();
    if ('accessNeededFor' in read) {
      const origin = read.accessNeededFor;
      change(id, (now) => ({ ...now, state: 'asking', question: { kind: 'site-access', origin } }));
      return;
    }
    const { image, method, isPartial } = read;
    const [sha256, thumbnail] = await Promise.all([parts.sha256(image), parts.thumbnail(image)]);
    signal.throwIfAborted();
    const report = { method, type: image.type, sizeBytes: image.size, sha256, ...(isPartial && { isPartial }) };
    change(id, (now) => ({ ...now, state: 'uploading', read: report, ...(thumbnail && { thumbnail }) }));
    const verdict = await send(image, {
      signal,
      onSent: () => change(id, (now) => ({ ...now, state: 'waiting' })),
    });
    signal.throwIfAborted();
    await end(id, { state: 'done', verdict });
  }

  async function run(id: string): Promise<void> {
    await store.load();
    const check = store.get(id);
    if (!check || running.has(id)) return;
    const controller = new AbortController();
    running.set(id, controller);
    const { question: _q, error: _e, endedAt: _t, read: _r, verdict: _v, thumbnail: _p, ...kept } = check;
    const begun: CheckRecord = { ...kept, state: 'reading' };
    store.put(begun);
    try {
      await work(begun, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return; // Its end was written by whoever aborted it.
      parts.onFault(error);
      await end(id, { state: 'failed', error: errorDataOf(error) });
    } finally {
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
    async useScreen(id) {
      await store.load();
      const check = store.get(id);
      if (check?.state !== 'asking') throw new AppError({ code: 'message-refused' });
      store.put({ ...check, fromScreen: true });
      await run(id);
    },
    async resumeAsking(hasAccess) {
      await store.load();
      const asking = store.list().filter((check) => check.state === 'asking');
      await Promise.all(
        asking.map(async ({ id, question }) => {
          if (question && (await hasAccess(question.origin))) await run(id);
        }),
      );
    },
    async recover() {
      const left = (await store.load()).filter((check) => isRunning(check.state));
      await Promise.all(
        left.map(({ id, state }) =>
          // What was not sent yet starts again. What was may have been counted: it is not sent twice by itself.
          state === 'queued' || state === 'reading'
            ? run(id)
            : end(id, { state: 'failed', error: { code: 'interrupted' } }),
        ),
      );
    },
  };
}
