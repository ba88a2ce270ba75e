import type { SignInMethod } from '../service/credential.ts';
import type { Permission } from '../service/permission.ts';

/**
 * The closed list of what can go wrong, each code with the data its sentence needs. No entry ever holds a credential or
 * an address with a query: what is here may be shown, stored and copied into diagnostics.
 */
export type ErrorData =
  /** No credential is saved. */
  | { readonly code: 'not-signed-in' }
  /** The service refused the credential (401, also after one renewal; or the token endpoint refused the client). */
  | { readonly code: 'sign-in-refused'; readonly method: SignInMethod; readonly detail?: string }
  /** An API key without the prefix `enterprise-`: BitMind's other, standard API. */
  | { readonly code: 'standard-api-key' }
  /** 403: the account may not do this, or a certificate has to be sent with the credential. */
  | { readonly code: 'not-permitted'; readonly method: SignInMethod; readonly detail?: string }
  /** The account may not do this: known from `/status` before anything was sent, or from a 403. */
  | { readonly code: 'not-enabled'; readonly permission: Permission; readonly wasSent?: boolean }
  /** The passphrase has not been entered since the browser started. */
  | { readonly code: 'locked' }
  /** The account was kept until the browser closed. */
  | { readonly code: 'session-ended' }
  /** The administrator locked the account and did not set all of it. */
  | { readonly code: 'incomplete-policy' }
  /** The administrator does not allow checks on this site. */
  | { readonly code: 'site-blocked' }
  /** 400: the service could not use what it was sent. */
  | { readonly code: 'input-refused'; readonly detail?: string }
  /** 413, or known before sending. Bytes. */
  | { readonly code: 'too-large'; readonly limitBytes: number; readonly sizeBytes?: number }
  /** 413 for an image below the documented limit. Bytes. */
  | { readonly code: 'size-refused'; readonly sizeBytes: number; readonly detail?: string }
  /** 415 or 422: the service does not take this format. */
  | { readonly code: 'format-refused'; readonly format: string; readonly detail?: string }
  /** 429. `retryAt` is epoch milliseconds. */
  | { readonly code: 'rate-limited'; readonly retryAt: number }
  /**
   * 5xx, or a status the contract does not know. `retryAt`: when the service asked to be tried again, epoch milliseconds.
   * `isExhausted`: it was tried as often as it may be by itself.
   */
  | { readonly code: 'service-failed'; readonly status: number; readonly retryAt?: number; readonly isExhausted?: true }
  /** The browser says that this computer has no network. */
  | { readonly code: 'offline' }
  /** No answer at all: refused, reset, DNS, offline. */
  | { readonly code: 'service-unreachable' }
  /** No answer in time. Milliseconds. */
  | { readonly code: 'service-timeout'; readonly limitMs: number }
  /** The service answered with a redirect, which is never followed with a credential. */
  | { readonly code: 'service-redirected' }
  /** A 200 that holds no verdict (or a token answer that holds no token). */
  | { readonly code: 'unreadable-answer' }
  /** Something answers at the service's address, but not the Enterprise API. */
  | { readonly code: 'not-bitmind' }
  /** The sign-in was refused, and this computer's clock is far from the service's. More than 0: ahead of it. */
  | { readonly code: 'clock-off'; readonly minutes: number }
  /** The browser was not asked yet, or not any more, whether the service's address may be reached. */
  | { readonly code: 'service-access-missing'; readonly origin: string }
  /** The user did not let the extension reach the service's address. */
  | { readonly code: 'service-access-refused'; readonly origin: string }
  /** The address of the service is not usable. */
  | { readonly code: 'bad-service-address' }
  /** No step of the ladder gave the image's bytes. */
  | { readonly code: 'media-unreadable'; readonly status?: number }
  /** The image's address led to a host of a private network, which the user was not asked about. */
  | { readonly code: 'led-to-private'; readonly host: string }
  /** The image is a file of this computer, which browsers let no extension read. */
  | { readonly code: 'file-address' }
  /** The browser lets no extension look at this page. */
  | { readonly code: 'page-closed' }
  /** The page hangs: no script in it answers. */
  | { readonly code: 'page-silent' }
  /** In the check of a whole page: this one is sent only after a question. */
  | { readonly code: 'needs-answer' }
  /** What was read is no video. */
  | { readonly code: 'not-a-video' }
  /** A video in a format that is not sent: its name. */
  | { readonly code: 'video-format-unsupported'; readonly format: string }
  /** A video that comes in pieces, by a script of the page: it has no file, and could not be recorded. */
  | { readonly code: 'video-stream' }
  /** The same, and it is not playing. */
  | { readonly code: 'video-paused' }
  /** What was recorded shows nothing that moves. */
  | { readonly code: 'video-still'; readonly look: 'black' | 'frozen' }
  /** A video under copy protection. */
  | { readonly code: 'video-protected' }
  /** A file so large that the user is asked before it is read. Bytes. */
  | { readonly code: 'large'; readonly sizeBytes: number }
  /** What was read is no picture: the sniffed name of what it is, when known. */
  | { readonly code: 'not-a-picture'; readonly found?: string }
  /** The picture is one plain colour. */
  | { readonly code: 'blank-picture' }
  /** What was read is another picture than the one that is shown: a tracking pixel, a placeholder. */
  | { readonly code: 'other-picture' }
  /** The file says it is a picture, and the browser cannot decode it. */
  | { readonly code: 'damaged-picture' }
  /** A picture in a format that is not sent (yet): its name. */
  | { readonly code: 'format-unsupported'; readonly format: string }
  /** An inline SVG: a drawing of the page's own. */
  | { readonly code: 'drawing' }
  /** The page has not loaded the picture yet, and does not say where it is. */
  | { readonly code: 'not-loaded' }
  /** There is no picture where the user pointed. */
  | { readonly code: 'nothing-found' }
  /**
   * The file the user gave cannot be checked; `found` is the sniffed name of what it is, when known. `unreadable`: a folder, or
   * a file that was moved or is locked.
   */
  | {
      readonly code: 'file-unusable';
      readonly reason: 'not-a-picture' | 'damaged' | 'blank' | 'unreadable';
      readonly found?: string;
    }
  /** The file the user gave is not in memory any more. */
  | { readonly code: 'file-forgotten' }
  /** The element is not in the page, or not in view, any more. */
  | { readonly code: 'media-gone' }
  /** The element is in a frame in which no script of the extension may run. */
  | { readonly code: 'frame-out-of-reach' }
  /** The tab is not the one in front, so its screen cannot be captured. */
  | { readonly code: 'tab-not-in-front' }
  /** The browser refused the screen capture. */
  | { readonly code: 'capture-failed' }
  /** The administrator turned screen capture off. */
  | { readonly code: 'capture-disabled' }
  /** The page this check belongs to has gone. */
  | { readonly code: 'page-gone' }
  /** The background ended in the middle of sending; whether the service counted it is unknown. */
  | { readonly code: 'interrupted' }
  /** The background ended before it had answered one of the extension's own pages, or a panel. */
  | { readonly code: 'background-ended' }
  /** A message that the protocol does not allow. */
  | { readonly code: 'message-refused' }
  /** A fault of this software: nothing else fits. */
  | { readonly code: 'unexpected' };

/** The name of one thing that can go wrong. */
export type ErrorCode = ErrorData['code'];

/** The data of one code. */
export type ErrorOf<Code extends ErrorCode> = Extract<ErrorData, { code: Code }>;
