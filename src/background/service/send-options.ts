import type { BatchPlace, Pause } from '../../core/check/check-progress.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import type { NotJudged } from './outcome.ts';

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

/** The way to the service for the file of a check: by itself, or with those of others. */
export interface MediaSender {
  /** Its host, as people are told it. */
  readonly host: string;
  check(media: Blob, options: SendOptions): Promise<Verdict>;
  /** Goes on with what an earlier background has sent; throws `interrupted` where that cannot be found again. */
  resume(sent: SentBefore, options: SendOptions): Promise<Verdict | NotJudged>;
}
