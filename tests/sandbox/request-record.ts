import type { IncomingHttpHeaders } from 'node:http';

/**
 * How far a request has come: its head is here, its body is here too, or it is over. A request refused from its head
 * alone goes straight from `started` to `ended`.
 */
export type RequestStage = 'started' | 'received' | 'ended';

/**
 * How a request ended: an answer was sent whole, the sandbox cut the connection (because it was told to), or the client
 * went away before the answer was complete.
 */
export type RequestOutcome = 'answered' | 'reset' | 'aborted';

/** One file of a multipart request, as it was received. */
export interface PartRecord {
  readonly name: string;
  readonly filename: string;
  /** The part's declared `Content-Type`, lower case, without parameters. */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** The part's bytes; undefined when over `recordedBodyBytes`. */
  readonly bytes: Buffer | undefined;
}

/** One request, filled in as it goes on. Kept in memory only, credentials included, so that tests can look at them. */
export interface RequestRecord {
  /** 1 for the first request the sandbox ever got. */
  readonly number: number;
  readonly method: string;
  readonly path: string;
  /** The query string with its `?`, or an empty string. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly startedAt: Date;
  stage: RequestStage;
  /** Body bytes received so far. */
  bodySize: number;
  /** Hash of the whole body in hex, once it is all here. */
  bodySha256: string | undefined;
  /** A raw body; undefined for multipart (see `parts`) and when over `recordedBodyBytes`. */
  body: Buffer | undefined;
  /** Files of a multipart body, in the order they came. */
  parts: PartRecord[];
  outcome: RequestOutcome | undefined;
  /** The status sent. Undefined while nothing has been sent. */
  status: number | undefined;
  endedAt: Date | undefined;
}
