import type { ErrorData } from '../errors/error-data.ts';
import type { FileMetadataRead } from '../media/file-metadata.ts';

/**
 * What a service worker cannot do, since it has no document or ends too soon: the offscreen document does it (Chromium), or the
 * background itself, which is an event page (Firefox).
 */
export interface DocumentWork extends JobWork {
  /** What a file says about itself; undefined where that could not be read. */
  readFileMetadata(request: FileMetadataRequest): Promise<FileMetadataRead | undefined>;
}

/** What the worker that reads metadata is asked. */
export interface FileMetadataRequest {
  readonly file: Blob;
  /** PEM text of an administrator's, beside the trust list; may be empty. */
  readonly moreAnchors: string;
  /** Content Credentials that the file says are kept elsewhere may be fetched from this host; nobody else is asked for anything. */
  readonly fetchesFrom?: string;
}

/** The part of it that takes its time, and is watched and stopped. */
export interface DocumentJobs {
  /** Sends media, and waits for the answer. It goes on while no background follows it, and starts one when it has ended. */
  upload: { order: UploadOrder; result: UploadOutcome };
  /** An image as PNG, at its own size. Fails where that cannot be drawn, with `costly-picture` beyond its limits. */
  rasterise: { order: Blob; result: Blob };
  /** The frame of an animation that shows most, as PNG, and which it is, from 1; undefined or an error where none can be read. */
  frameThatShows: { order: Blob; result: { readonly image: Blob; readonly number: number } | undefined };
  /** Puts a video into an MP4. */
  convertVideo: { order: VideoToConvert; result: ConvertedVideo };
  /** Cuts clips out of a video. */
  cutVideo: { order: VideoToCut; result: readonly VideoClip[] };
}

export type JobName = keyof DocumentJobs;

/** How a job is watched and stopped. */
export interface JobWatch {
  readonly signal?: AbortSignal | undefined;
  /** How much is done, from 0 to 1; of an upload, how much the network has taken, and 1: the service has everything. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** What does the jobs. Each ends at once when the signal says so. */
export type JobWork = {
  readonly [Name in JobName]: (
    order: DocumentJobs[Name]['order'],
    watch: JobWatch,
  ) => Promise<DocumentJobs[Name]['result']>;
};

/** One upload, and the wait for its answer. */
export interface UploadOrder {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly Blob[];
  /** They are sent as a form, in this field; left out: the bytes of one go as they are. */
  readonly field?: string;
  /** Time until the answer begins once everything is sent, in milliseconds. */
  readonly answerLimitMs: number;
  /** Time without any byte going out, in milliseconds. */
  readonly stallLimitMs: number;
  /** Time for the rest of an answer that has begun, in milliseconds: one that comes in drops would never end. */
  readonly bodyLimitMs: number;
  /** An answer of more bytes is none. */
  readonly maxAnswerBytes: number;
}

/** The service's answer as it came. */
export interface UploadAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** Why there is no answer. */
type UploadFailure =
  | { readonly failure: 'network' | 'too-long' | 'aborted' | 'unknown-job' }
  /** Which of the limits was reached. */
  | { readonly failure: 'timeout'; readonly limitMs: number };

/** How an upload ended. */
export type UploadOutcome = { readonly answer: UploadAnswer } | (UploadFailure & { readonly answer?: undefined });

/** A video in a container that the service does not take. */
export interface VideoToConvert {
  readonly file: Blob;
  /** The container's name. */
  readonly name: string;
  /** A converted video of more bytes is none. */
  readonly maxBytes: number;
}

/** A video in a container that the service takes. */
export interface ConvertedVideo {
  readonly video: Blob;
  /** Its pictures were coded anew: what is judged are no longer the very same pictures. */
  readonly isReencoded: boolean;
}

/** A video of which clips are cut, without coding them anew. */
export interface VideoToCut {
  readonly file: Blob;
  /** How long it is. */
  readonly seconds: number;
  /** The most clips: one for each of so many equal sections. */
  readonly count: number;
  /** The most bytes of all of them. */
  readonly maxBytes: number;
}

/** Some seconds of a video, and where in it they are. */
export interface VideoClip {
  readonly video: Blob;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** What the worker for videos can do. */
export type VideoJob = 'convertVideo' | 'cutVideo';

/** What that worker is asked. */
export type ToVideoWorker = {
  readonly [Name in VideoJob]: readonly [name: Name, order: DocumentJobs[Name]['order']];
}[VideoJob];

/** From the background, over the port of one job. */
export type ToJob<Name extends JobName> =
  | { readonly type: 'begin'; readonly order: DocumentJobs[Name]['order'] }
  /** Follows what an earlier background has begun. */
  | { readonly type: 'follow' }
  | { readonly type: 'stop' };

/** From the offscreen document. */
export type FromJob<Name extends JobName> =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly result: DocumentJobs[Name]['result'] }
  | { readonly type: 'failed'; readonly error: ErrorData }
  /** There is no such job. */
  | { readonly type: 'unknown' };

/** The name of the port of a job. */
export function jobPort(name: JobName, id: string): string {
  return `${name}:${id}`;
}
