// Media on its way to the service: sent where it survives the background, and watched while it goes.

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

/** How an upload is watched and stopped. */
export interface UploadWatch {
  readonly signal?: AbortSignal | undefined;
  /** How much the network has taken, from 0 to 1; 1: the service has everything. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Sends media; without an order, goes on waiting for what an earlier background has sent under this id. */
export type Upload = (jobId: string, order: UploadOrder | undefined, watch: UploadWatch) => Promise<UploadOutcome>;
