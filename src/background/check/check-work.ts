import type { CheckDeskParts, MediaSender, ReadMedia, RunOptions } from '../../core/check/check-desk-parts.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { isVerySmall, type Question, type SendReason } from '../../core/check/question.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { NotJudged } from '../service/not-judged.ts';
import { framesOutcome } from './frames-outcome.ts';
import { createAloneReader } from './read-alone.ts';
import { bodyOf, fileMetadataOf, reportOf, thumbnailOf } from './read-media.ts';
import { serviceFor } from './service-for.ts';
import { createSharedVerdicts } from './shared-verdicts.ts';
import { transferWatch } from './transfer-watch.ts';

/** How a check ends. */
export type CheckOutcome = Pick<
  CheckRecord,
  'state' | 'verdict' | 'sentTo' | 'answeredAt' | 'frames' | 'error' | 'unjudged' | 'fileMetadata'
>;

/** The desk's hand on its records. */
export interface RecordKeeping {
  /** Changes a check that has not ended. */
  change(id: string, next: (check: CheckRecord) => CheckRecord): void;
  end(id: string, outcome: CheckOutcome): Promise<void>;
}

/** The work of one check. */
export interface CheckWork {
  /** From the media in its page to the end, or to a question. */
  work(begun: CheckRecord, signal: AbortSignal, how: RunOptions): Promise<void>;
  /** Waits for the verdict on what an earlier background has sent; gives why there is none, where it may be sent again. */
  resume(check: CheckRecord, signal: AbortSignal, how: RunOptions): Promise<NotJudged | undefined>;
}

/** What is sent for a check: a cut of the screen is an image, whatever it shows. */
function kindOf({ media, fromScreen }: CheckRecord): MediaKind {
  return fromScreen ? 'image' : media.kind;
}

/** The reasons that the user has not said yes to. */
function unanswered({ agreed = [] }: CheckRecord, reasons: readonly SendReason[]): readonly SendReason[] {
  return reasons.filter((reason) => !agreed.includes(reason));
}

/** What one check does between its beginning and its end. `kept` alone touches its record. */
export function createCheckWork(parts: CheckDeskParts, kept: RecordKeeping): CheckWork {
  const { change, end } = kept;
  const sharedVerdicts = createSharedVerdicts();
  const { readOptions, sendOptions } = transferWatch(change, parts.clock);
  const readAlone = createAloneReader({ parts, change, end, ask, readOptions });

  function ask(id: string, question: Question, { isUnattended }: RunOptions): void {
    if (isUnattended) throw new AppError({ code: 'needs-answer' });
    change(id, ({ progress: _, ...now }) => ({ ...now, state: 'asking', question }));
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
    const { service } = found;
    const { host } = service;
    const { reasons, site } = await parts.reasonsToAsk(media);
    const asked = { kind: 'before-sending', sentTo: host, ...(site !== undefined && { site }) } as const;
    const before = unanswered(check, reasons);
    if (before.length > 0) return ask(id, { ...asked, reasons: before }, how);
    if (!how.isAfresh && (await endAsRecognised(check, host, signal))) return;

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
    await judge(id, read, service, signal, how);
  }

  /** Has what was read judged: by the service, unless it has judged the same bytes before. */
  async function judge(
    id: string,
    read: ReadMedia,
    service: MediaSender,
    signal: AbortSignal,
    how: RunOptions,
  ): Promise<void> {
    const { host } = service;
    const body = bodyOf(read);
    const report = reportOf(read, await parts.sha256(body));
    signal.throwIfAborted();
    change(id, ({ progress: _, ...now }) => ({
      ...now,
      state: 'uploading',
      read: report,
      ...thumbnailOf(read),
    }));
    // What the file says is read while it is sent, and stays whatever comes of that.
    const metadataKept = fileMetadataOf(id, read, parts).then((fileMetadata) =>
      change(id, (now) => ({ ...now, fileMetadata })),
    );
    const options = sendOptions(id, body.size, signal);
    if ('frames' in read.prepared) {
      how.onRead?.();
      const images = read.prepared.frames.map(({ image }) => image);
      const results = await (await parts.sender('image')).checkSeveral(images, options).finally(() => metadataKept);
      signal.throwIfAborted();
      return end(id, { ...framesOutcome(results, report), sentTo: host });
    }
    const known = how.isAfresh ? undefined : await parts.knownVerdict(report.sha256, host);
    signal.throwIfAborted();
    if (known) {
      await metadataKept;
      return end(id, { state: 'done', verdict: known.verdict, sentTo: host, answeredAt: known.givenAt });
    }
    how.onRead?.();
    const send = () => service.check(body, options);
    const verdict = await sharedVerdicts.of(`${host} ${report.sha256}`, signal, send).finally(() => metadataKept);
    signal.throwIfAborted();
    await end(id, { state: 'done', verdict, sentTo: host });
  }

  /** True: the media was checked at its address not long ago and is the same still, so nothing is read. */
  async function endAsRecognised(check: CheckRecord, sentTo: string, signal: AbortSignal): Promise<boolean> {
    const recognised = await parts.recognise(check, sentTo, signal);
    signal.throwIfAborted();
    if (!recognised) return false;
    const { givenAt: answeredAt, verdict, ...found } = recognised;
    change(check.id, ({ progress: _, ...now }) => ({ ...now, ...found }));
    await end(check.id, { state: 'done', verdict, sentTo, answeredAt });
    return true;
  }

  return {
    work,
    async resume(check, signal, { sender = parts.sender }) {
      const { id, read, progress: { batch } = {} } = check;
      if (!read) throw new AppError({ code: 'interrupted' });
      // The file itself went with the background that read it.
      change(id, (now) => (now.fileMetadata ? now : { ...now, fileMetadata: { unread: 'fault' } }));
      const options = sendOptions(id, read.sizeBytes, signal);
      const { type, sizeBytes, frameSeconds } = read;
      if (frameSeconds) {
        const images = await parts.sender('image');
        const results = await images.resumeSeveral({ type, sizeBytes, count: frameSeconds.length }, options);
        signal.throwIfAborted();
        if ('notJudged' in results) return results;
        await end(id, { ...framesOutcome(results, read), sentTo: images.host });
        return undefined;
      }
      const service = await sender(kindOf(check));
      const verdict = await sharedVerdicts.ofResumed(`${service.host} ${read.sha256}`, signal, () =>
        service.resume({ type, sizeBytes, ...(batch && { batch }) }, options),
      );
      signal.throwIfAborted();
      if ('notJudged' in verdict) return verdict;
      await end(id, { state: 'done', verdict, sentTo: service.host });
      return undefined;
    },
  };
}
