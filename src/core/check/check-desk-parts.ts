import type { CheckStore } from '../../background/check/check-store.ts';
import type { PreparedImage } from '../../background/read/prepare-image.ts';
import type { NotJudged } from '../../background/service/not-judged.ts';
import type { FileMetadata } from '../media/file-metadata.ts';
import type { BatchResult } from '../service/batch-answer.ts';
import type { Verdict } from '../service/verdict.ts';
import type { BatchPlace, Pause } from './check-progress.ts';
import type { CheckRecord } from './check-record.ts';
import type { MediaKind, MediaReference } from './media-reference.ts';
import type { SendQuestion } from './question.ts';
import type { ClipRange, ReadMethod, ReadReport, Validators } from './read-report.ts';

// What the desk needs from its surroundings.

/** Where the media is; or what has to be known before: which of several pictures, or a permission for its frame. */
export type Located =
  | { readonly media: MediaReference }
  | { readonly isAmbiguous: true }
  | { readonly accessNeededFor: string };

/** A video that may be sent. */
export interface PreparedVideo {
  /** `type` is its true MIME type. */
  readonly video: Blob;
  /** The bytes that were read, where `video` is made of them. */
  readonly original?: Blob;
  /** The name of the format it was converted from. */
  readonly convertedFrom?: string;
  /** Its pictures were coded anew for that, with a little loss. */
  readonly isReencoded?: boolean;
}

/** One frame of a video, as it was shown. */
export interface TakenFrame {
  /** `type` is its true MIME type. */
  readonly image: Blob;
  readonly atSeconds: number;
}

/** Frames of a video that has no file and could not be recorded, in their order. */
export interface PreparedFrames {
  readonly frames: readonly TakenFrame[];
  readonly thumbnail?: Blob;
}

/** What reading gave: the bytes, ready to be sent. */
export interface ReadMedia {
  readonly prepared: PreparedImage | PreparedVideo | PreparedFrames;
  readonly method: ReadMethod;
  readonly isPartial?: boolean;
  readonly range?: ClipRange;
  readonly validators?: Validators;
}

/** The same; or what has to be asked first: the browser about an origin, the user about a private host or a large file. */
export type ReadOutcome =
  | ReadMedia
  | { readonly accessNeededFor: string }
  | { readonly ledToPrivate: string }
  | { readonly largeBytes: number };

/** How reading is watched and stopped. */
export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (doneBytes: number, totalBytes: number | undefined) => void;
  /** Only the file counts: nothing is recorded in its place. */
  readonly isFileAlone?: boolean;
  /** How far the conversion of what was read has got, from 0 to 1. */
  readonly onConverting: (fraction: number) => void;
}

/** How sending is watched and stopped. The job has the check's id. */
export interface SendOptions {
  readonly signal: AbortSignal;
  readonly job: {
    readonly id: string;
    readonly onProgress: (fraction: number) => void;
    /** Told of the pause in which it waits before it is sent; undefined: it goes on. */
    readonly onPaused: (pause: Pause | undefined) => void;
    /** Told when the media goes into a request with others, under that one's id; undefined: it is in none any more. */
    readonly onBatched: (place: BatchPlace | undefined) => void;
  };
}

/** What is known of media that an earlier background has sent. */
export interface SentBefore extends Pick<ReadReport, 'type' | 'sizeBytes'> {
  readonly batch?: BatchPlace;
}

/** A verdict that was given before. */
export interface KnownVerdict {
  readonly verdict: Verdict;
  /** Epoch milliseconds. */
  readonly givenAt: number;
}

/** Media that was checked before, and is the same still, as its server says: nothing is read. */
export interface RecognisedMedia extends KnownVerdict {
  readonly read: ReadReport;
  /** What the file said then. */
  readonly fileMetadata?: FileMetadata;
  readonly thumbnail?: Blob;
}

/** How one check is to run. */
export interface RunOptions {
  /** Nobody is there to answer: what would have to be asked ends the check. */
  readonly isUnattended?: boolean;
  /** The service judges anew, although a verdict on the same bytes is known. */
  readonly isAfresh?: boolean;
  /** The way to the service, in place of that for single media. */
  readonly sender?: (kind: MediaKind) => Promise<MediaSender>;
  /** What was sent before and begins anew waits for its turn to be read; it may be let go without one. */
  readonly inTurn?: (begin: () => Promise<void>) => Promise<void>;
  /** Told when the media has been read, just before it is sent; not where it came to nothing before. */
  readonly onRead?: () => void;
}

/** The way to the service. */
export interface MediaSender {
  /** Its host, as people are told it. */
  readonly host: string;
  check(media: Blob, options: SendOptions): Promise<Verdict>;
  /** Goes on with what an earlier background has sent; throws `interrupted` where that cannot be found again. */
  resume(sent: SentBefore, options: SendOptions): Promise<Verdict | NotJudged>;
}

/** The same, and the way for several media of one check. */
export interface SeveralSender extends MediaSender {
  /** Several at once; gives what came of each, in their order. */
  checkSeveral(media: readonly Blob[], options: SendOptions): Promise<readonly BatchResult[]>;
  /** As `resume`, for several; `count` of them were sent. */
  resumeSeveral(
    sent: Omit<SentBefore, 'batch'> & { readonly count: number },
    options: SendOptions,
  ): Promise<readonly BatchResult[] | NotJudged>;
}

/** What the desk needs from its surroundings. */
export interface CheckDeskParts {
  readonly store: CheckStore;
  /** Keeps an ended check on disk. */
  readonly keep: (check: CheckRecord) => Promise<void>;
  /** Throws AppError when an administrator does not allow this check. */
  readonly admit: (check: CheckRecord) => Promise<void>;
  /** The way to the service; throws AppError when nobody is signed in. */
  readonly sender: (kind: MediaKind) => Promise<SeveralSender>;
  /** Finds the media in its page. Throws AppError when there is none to be read. */
  readonly locate: (check: CheckRecord) => Promise<Located>;
  /** Why the user has to be asked before this media is read and sent, as far as that is known before. */
  readonly reasonsToAsk: (media: MediaReference) => Promise<Pick<SendQuestion, 'reasons' | 'site'>>;
  /** A verdict on these bytes that this service gave not long ago; undefined when there is none. */
  readonly knownVerdict: (sha256: string, host: string) => Promise<KnownVerdict | undefined>;
  /** Media that was checked at this address not long ago, where its server says that it has not changed. */
  readonly recognise: (check: CheckRecord, host: string, signal: AbortSignal) => Promise<RecognisedMedia | undefined>;
  readonly readMedia: (check: CheckRecord, options: ReadOptions) => Promise<ReadOutcome>;
  readonly readScreen: (check: CheckRecord, signal: AbortSignal) => Promise<ReadOutcome>;
  readonly sha256: (media: Blob) => Promise<string>;
  /** What a file says about itself; never rejects. */
  readonly readFileMetadata: (checkId: string, file: Blob) => Promise<FileMetadata>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Called while a check runs; gives the way to stop. */
  readonly keepAlive: () => () => void;
  /** Told of faults of this software; the check says `unexpected`. */
  readonly onFault: (error: unknown) => void;
}
