import type { ErrorCode } from '../../src/core/errors/error-data.ts';
import type { Sandbox } from '../sandbox/create-sandbox.ts';
import type { EndpointPath } from '../sandbox/endpoint.ts';

/** What a case checks: one image, one video, all images of a page, or all its videos. */
export type FaultKind = 'image' | 'video' | 'page' | 'videos';

/** Why every check waits for a moment: no more requests are allowed for now, or the service has no time. */
export type PauseReason = 'limit' | 'busy';

/** How often each endpoint is asked. */
export type RequestCounts = Partial<Record<EndpointPath, number>>;

/** What must be true once a check has ended: its state, what the user reads, and how often the service was asked. */
export interface FaultEnd {
  /** Why there is no verdict; of a page, for those of its images that have none. Left out: there are verdicts. */
  readonly error?: ErrorCode;
  /** A line that the user reads. */
  readonly line: RegExp;
  /** Nothing like this is among what the user reads. */
  readonly unseen?: RegExp;
  /** Verdicts "AI" (true) and "not AI" (false) of a page's images, in the order in which they were sent; null: none. */
  readonly verdicts?: readonly (boolean | null)[];
  /** A button that helps. */
  readonly button?: string;
  /** Every endpoint that is asked, and how often. */
  readonly requests: RequestCounts;
}

/** The strings a case pulls. `path` is where its media is sent. */
export interface FaultStage {
  readonly sandbox: Sandbox;
  /** What time it is for the extension: epoch milliseconds. */
  readonly now: number;
  /** Settles with the step `release`. */
  readonly release: Promise<void>;
  readonly path: EndpointPath;
}

/** What happens while a check is under way. */
export type FaultStep =
  /**
   * So much time passes once the check waits for a moment (`paused`; `paused-anew`: another than before), for the answer
   * (`sent`), or an endpoint was asked.
   */
  | { readonly do: 'pass'; readonly ms: number; readonly when: 'paused' | 'paused-anew' | 'sent' | EndpointPath }
  /** Nothing more has been sent yet, and the user sees why, and a countdown. */
  | { readonly do: 'still-paused'; readonly why: PauseReason }
  /** Nothing more happens: time passes until the check has ended, which takes no longer than so much of it. */
  | { readonly do: 'hang'; readonly withinMs: number; readonly when?: EndpointPath }
  /** The check waits for its answer still. */
  | { readonly do: 'still-sent' }
  /** The service answers. */
  | { readonly do: 'release' }
  /** The user reads a line. */
  | { readonly do: 'see'; readonly line: RegExp }
  /** The user presses a button once it is there. */
  | { readonly do: 'press'; readonly button: string }
  /** The service takes connections again. */
  | { readonly do: 'come-back' };

/** One way in which things go wrong. */
export interface FaultCase {
  readonly name: string;
  /** What the sandbox does. */
  readonly script: (stage: FaultStage) => unknown;
  readonly ends: Partial<Record<FaultKind, FaultEnd>>;
  /** The service takes no connections until the case is over. */
  readonly isDown?: boolean;
  /** In their order. */
  readonly steps?: readonly FaultStep[];
}
