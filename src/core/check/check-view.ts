import type { PauseReason } from '../../background/service/request-gate.ts';
import type { ErrorData } from '../errors/error-data.ts';
import type { FileMetadata } from '../media/file-metadata.ts';
import type { CheckRecord, CheckState, ReadReport, Transfer } from './check-record.ts';
import { type FrameDoubt, type FrameVerdict, headlineOfFrames } from './frame-verdicts.ts';
import { type Headline, headlineOf, type InconclusiveBand } from './headline.ts';
import type { MediaKind } from './media-reference.ts';
import type { Question } from './question.ts';

/** A check as a page's panel or the popup may see it: no tab, no address of another site, no raw answer. */
export interface CheckView {
  readonly id: string;
  readonly state: CheckState;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly question?: Question;
  readonly read?: ReadReport;
  readonly kind: MediaKind;
  readonly transfer?: Transfer;
  /** From 0 to 1. */
  readonly converting?: number;
  readonly verdict?: {
    readonly headline: Headline;
    readonly likelihood?: number;
    /** Left out where frames of a video have verdicts of their own. */
    readonly isAi?: boolean;
    readonly serviceSeconds?: number;
    readonly frames?: {
      readonly sentCount: number;
      readonly each: readonly (FrameVerdict & { readonly headline: Headline })[];
      readonly doubt?: FrameDoubt;
    };
  };
  /** It waits until this moment before it is sent. Epoch milliseconds. */
  readonly pausedUntil?: number;
  readonly pauseReason?: PauseReason;
  /** When the verdict was given, where it was known already. */
  readonly answeredAt?: number;
  readonly error?: ErrorData;
  readonly fileMetadata?: FileMetadata;
  /** Why BitMind was not asked. */
  readonly unjudged?: ErrorData;
}

/** What the page's panel shows of a check. */
export function viewOf(check: CheckRecord, band: InconclusiveBand): CheckView {
  const {
    id,
    state,
    startedAt,
    endedAt,
    question,
    read,
    transfer,
    converting,
    pausedUntil,
    pauseReason,
    answeredAt,
    error,
    media,
    fileMetadata,
    unjudged,
  } = check;
  const verdict = verdictOf(check, band);
  return {
    id,
    state,
    kind: media.kind,
    startedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(question && { question }),
    ...(read && { read }),
    ...(transfer && { transfer }),
    ...(converting !== undefined && { converting }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(pauseReason && { pauseReason }),
    ...(verdict && { verdict }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(error && { error }),
    ...(fileMetadata && { fileMetadata }),
    ...(unjudged && { unjudged }),
  };
}

/** The headline of a check, of frames or of one verdict; undefined without any. */
export function headlineOfCheck(check: CheckRecord, band: InconclusiveBand): Headline | undefined {
  return verdictOf(check, band)?.headline;
}

function verdictOf({ verdict, frames, read }: CheckRecord, band: InconclusiveBand): CheckView['verdict'] {
  if (frames) {
    const sentCount = read?.frameSeconds?.length ?? frames.length;
    const { headline, doubt } = headlineOfFrames(frames, sentCount, band);
    const each = frames.map((frame) => ({ ...frame, headline: headlineOf(frame, band) }));
    return { headline, frames: { sentCount, each, ...(doubt && { doubt }) } };
  }
  if (!verdict) return undefined;
  const { isAi, likelihood, serviceSeconds } = verdict;
  return {
    headline: headlineOf(verdict, band),
    isAi,
    ...(likelihood !== undefined && { likelihood }),
    ...(serviceSeconds !== undefined && { serviceSeconds }),
  };
}

/** One row of the popup's list: the view, and where it was. */
export interface CheckRow extends CheckView {
  readonly tabId?: number;
  /** It is of a private window, and nowhere in the results. */
  readonly isPrivate?: boolean;
  /** The address of its page, or the name of the file. */
  readonly place: string;
  readonly thumbnail?: Blob;
}
