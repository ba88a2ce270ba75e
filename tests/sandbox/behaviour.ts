import type { BatchItem } from './batch-item.ts';
import type { Verdict } from './verdict.ts';

/**
 * What a test tells the sandbox to do with one correct request. A request that breaks the API's rules is refused
 * whatever the script says, so that a script cannot hide a client's mistake. The fields combine: say when, what and how.
 */
export interface Behaviour {
  /** Receive nothing of the body until this settles. */
  readonly holdUpload?: Promise<unknown>;
  /** Cut the connection once this many bytes of the body are in. */
  readonly resetAfterUploadBytes?: number;

  /** Wait this many milliseconds before answering. */
  readonly delayMs?: number;
  /** Answer once this settles. */
  readonly hold?: Promise<unknown>;

  /** The verdict to give, instead of the file's own declaration; a list is taken in batch order, and a function looks at the bytes. */
  readonly verdict?: Verdict | readonly Verdict[] | ((bytes: Buffer | undefined) => Verdict);
  /** Makes of the right items of a batch's answer those that are sent: shuffled, short, doubled. */
  readonly rearrange?: (items: readonly BatchItem[]) => readonly unknown[];
  /** The request is refused with 400 when one of its files has these bytes: as if that one were damaged. */
  readonly refusedBytes?: Uint8Array;
  /** Status of the answer. Without a body, a status from 400 up is sent with `{"detail": "Scripted failure."}`. */
  readonly status?: number;
  /** Added to the answer's headers, and stronger than its own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when text or bytes, else as JSON. The content type stays `application/json` unless `headers` says. */
  readonly body?: unknown;
  /** Answer with a redirection to this address: 307 unless `status` says otherwise. */
  readonly redirectTo?: string;

  /** Send the answer's body in pieces of `bytes`, one every `everyMs` milliseconds. */
  readonly drip?: { readonly bytes: number; readonly everyMs: number };
  /** Cut the connection instead of answering, or half way through the answer's body. */
  readonly reset?: 'before-headers' | 'mid-answer';
  /** The answer's body comes again and again, without an end. */
  readonly isEndless?: boolean;
}
