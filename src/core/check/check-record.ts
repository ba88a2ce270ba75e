import type { PauseReason } from '../../background/service/request-gate.ts';
import type { ErrorData } from '../errors/error-data.ts';
import type { FileMetadata } from '../media/file-metadata.ts';
import type { Verdict } from '../service/verdict.ts';
import type { FrameVerdict } from './frame-verdicts.ts';
import type { MediaReference } from './media-reference.ts';
import type { Question, SendReason } from './question.ts';
import type { Stage } from './stages.ts';

/**
 * The states of a check. `asking` waits for the user (site access, and every question before sending); the others run or
 * have ended.
 */
export type CheckState = 'queued' | 'reading' | 'asking' | 'uploading' | 'waiting' | 'done' | 'failed' | 'cancelled';

/** How the bytes were had: the steps of the ladder, and a file the user gave. */
export type ReadMethod =
  | 'page'
  | 'direct'
  | 'direct-with-cookies'
  | 'direct-with-referrer'
  | 'pixels'
  | 'screen'
  | 'clip'
  | 'frames'
  | 'screen-frames'
  | 'file';

/** What was read, as shown under Details and kept with the result. */
export interface ReadReport {
  readonly method: ReadMethod;
  /** MIME type found in the first bytes, never the one that was declared. */
  readonly type: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** The name of the format the image was converted from, without loss. */
  readonly convertedFrom?: string;
  /** The pictures of a converted video were coded anew, with a little loss. */
  readonly isReencoded?: boolean;
  /** Only the first frame of an animation was sent. */
  readonly isFirstFrame?: boolean;
  /** Screen capture only: part of the picture was out of view. */
  readonly isPartial?: boolean;
  /** A clip or frames of a video: which part of it was checked. */
  readonly range?: ClipRange;
  /** What the media's server said to recognise this file by. */
  readonly validators?: Validators;
  /** The places in the video of the frames that were sent, in seconds; size and digest are those of all together. */
  readonly frameSeconds?: readonly number[];
}

/** How a server tells whether a file is still the same (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Where in a request of several media one was sent. */
export interface BatchPlace {
  readonly jobId: string;
  /** From 0. */
  readonly position: number;
  /** How many media the request holds. */
  readonly size: number;
}

/** A part of a video, in seconds. */
export interface ClipRange {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Of the whole video; left out for what has no end. */
  readonly durationSeconds?: number;
}

/** Bytes on their way. */
export interface Transfer {
  readonly doneBytes: number;
  /** Left out where nobody said how many there are. */
  readonly totalBytes?: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** One check: the only record of it. Panels, popup and results are views of this. */
export interface CheckRecord {
  readonly id: string;
  readonly state: CheckState;
  readonly media: MediaReference;
  /** The user chose the screen over the original file. */
  readonly fromScreen: boolean;
  /** The check of a whole page to which it belongs, by that one's id. */
  readonly pageRun?: string;
  /** How often a background that ended left this check to the next. */
  readonly restarts?: number;
  readonly question?: Question;
  /** What the user said yes to, for this check. */
  readonly agreed?: readonly SendReason[];
  readonly read?: ReadReport;
  /** How far reading or sending has got, while it goes on. */
  readonly transfer?: Transfer;
  /** How far the conversion of a video has got, from 0 to 1, while it goes on. */
  readonly converting?: number;
  /** It is to be sent, and waits until this moment. Epoch milliseconds. */
  readonly pausedUntil?: number;
  /** Why; left out: no more requests are allowed for now. */
  readonly pauseReason?: PauseReason;
  /** A small picture of what was checked, for the lists. Never leaves the computer. */
  readonly thumbnail?: Blob;
  /** The request it was sent in together with others. */
  readonly batch?: BatchPlace;
  readonly verdict?: Verdict;
  /** In the place of one verdict: those on the frames of a video that the service has answered. */
  readonly frames?: readonly FrameVerdict[];
  /** The host of the service that gave the verdict. */
  readonly sentTo?: string;
  /** When BitMind gave the verdict, where it was given to an earlier check of the same bytes. Epoch milliseconds. */
  readonly answeredAt?: number;
  /** What the file says about itself; left out until it was looked at. */
  readonly fileMetadata?: FileMetadata;
  /** Why BitMind was not asked: nobody is signed in. The check is done all the same, with what the file says alone. */
  readonly unjudged?: ErrorData;
  readonly error?: ErrorData;
  /** The states it went through. */
  readonly stages?: readonly Stage[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds; set with the end states. */
  readonly endedAt?: number;
}

/** Whether nothing will happen to a check in this state by itself or by an answer. */
export function hasEnded(state: CheckState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Whether a check that an earlier background left was on its way to the service, as far as is known. */
export function wasSent({ state }: CheckRecord): boolean {
  return state === 'uploading' || state === 'waiting';
}

/** Whether work is going on in this state. */
export function isRunning(state: CheckState): boolean {
  return state === 'queued' || state === 'reading' || state === 'uploading' || state === 'waiting';
}
