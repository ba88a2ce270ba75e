import type { SignInMethod } from '../service/credential.ts';
import type { CredentialText } from '../service/pasted-credential.ts';

/**
 * What an account may be allowed to do, by the names `/status` uses for `client.permissions` and `features`. Without
 * `batch_processing` several items are sent one by one.
 */
export type Permission = 'image_inference' | 'video_inference' | 'batch_processing';

/** What this software does by itself about an error. A code has as many of these as are true of it. */
export type ErrorTrait =
  /** An image's file: asking for it in another way may still bring it. */
  | 'image-file-elsewhere'
  /** The same of a video's file. */
  | 'video-file-elsewhere'
  /** The image's file cannot be read: what the page shows of it may still be had. */
  | 'image-still-shown'
  /** One way to what the page shows has failed: the next may still have it. */
  | 'shown-elsewhere'
  /** Nothing was read: the user may still choose another way to it. */
  | 'unread'
  /** There is no account that can be used: nothing is sent, and what the file says is shown alone. */
  | 'no-account'
  /** It is about the credential, not about the way to the service. */
  | 'credential'
  /** It is about what was sent, not about account, service or network: of several files one is at fault, the others are not. */
  | 'about-the-file'
  /**
   * The service has certainly judged nothing of what was sent: an answer other than 200, or an upload that broke off. It may be
   * sent again. Not true of a time limit, after which the service may judge it yet, nor of a redirect, to which nothing is sent
   * twice.
   */
  | 'not-judged';

/** What is said of a code. `data` is a type alone; there is never a value. */
interface ErrorKind<Data extends object> {
  readonly traits: readonly ErrorTrait[];
  readonly data?: Data;
}

/** A code with the data its sentence needs. */
function kind<Data extends object = object>(traits: readonly ErrorTrait[]): ErrorKind<Data> {
  return { traits };
}

/** What the service said in its own words. */
interface Detail {
  readonly detail?: string;
}

/** A way to a file did not bring it: another may, and what the page shows of it may be had. Spread or joined, bundlers keep it. */
const IMAGE_FILE: ErrorTrait[] = ['image-file-elsewhere', 'image-still-shown', 'shown-elsewhere', 'unread'];

/** The same of a way that brings files of videos too. */
const ANY_FILE: ErrorTrait[] = [
  'image-file-elsewhere',
  'video-file-elsewhere',
  'image-still-shown',
  'shown-elsewhere',
  'unread',
];

/**
 * The closed list of what can go wrong, each code with the data its sentence needs and with its traits. No entry ever holds a
 * credential or an address with a query: what is here may be shown, stored and copied into diagnostics.
 */
const ERRORS = {
  /** No credential is saved. */
  'not-signed-in': kind(['no-account']),
  /** The service refused the credential (401, also after one renewal; or the token endpoint refused the client). */
  'sign-in-refused': kind<Detail & { method: SignInMethod }>(['credential', 'not-judged']),
  /** A part of the credential holds what cannot belong to it, and was not sent. */
  'unusable-credential': kind<{ field: CredentialText }>(['credential']),
  /** An API key without the prefix `enterprise-`: BitMind's other, standard API. */
  'standard-api-key': kind(['credential']),
  /** 403: the account may not do this, or a certificate has to be sent with the credential. */
  'not-permitted': kind<Detail & { method: SignInMethod }>(['credential', 'not-judged']),
  /** The account may not do this: known from `/status` before anything was sent, or from a 403. */
  'not-enabled': kind<{ permission: Permission; wasSent?: boolean }>(['not-judged']),
  /** The passphrase has not been entered since the browser started. */
  locked: kind(['no-account']),
  /** The account was kept until the browser closed. */
  'session-ended': kind(['no-account']),
  /** The administrator locked the account and did not set all of it. */
  'incomplete-policy': kind(['no-account']),
  /** The administrator does not allow checks on this site. */
  'site-blocked': kind([]),
  /** 400: the service could not use what it was sent. */
  'input-refused': kind<Detail>(['about-the-file', 'not-judged']),
  /** 413, or known before sending. Bytes. */
  'too-large': kind<{ limitBytes: number; sizeBytes?: number }>(['about-the-file', 'not-judged']),
  /** 413 for an image below the documented limit. Bytes. */
  'size-refused': kind<Detail & { sizeBytes: number }>(['about-the-file', 'not-judged']),
  /** 415 or 422: the service does not take this format. */
  'format-refused': kind<Detail & { format: string }>(['about-the-file', 'not-judged']),
  /** 429. `retryAt` is epoch milliseconds. */
  'rate-limited': kind<{ retryAt: number }>(['not-judged']),
  /** 5xx, or a status the contract does not know. `retryAt`: when the service asked to be tried again, epoch milliseconds. */
  'service-failed': kind<{ status: number; retryAt?: number }>(['not-judged']),
  /** The browser says that this computer has no network. */
  offline: kind(['not-judged']),
  /** No answer at all: refused, reset, DNS, offline. */
  'service-unreachable': kind(['not-judged']),
  /** No answer in time. Milliseconds. */
  'service-timeout': kind<{ limitMs: number }>([]),
  /** The service answered with a redirect, which is never followed with a credential. */
  'service-redirected': kind([]),
  /** A 200 that holds no verdict (or a token answer that holds no token). It may have been counted. */
  'unreadable-answer': kind(['about-the-file']),
  /** Something answers at the service's address, but not the Enterprise API. */
  'not-bitmind': kind([]),
  /** The sign-in was refused, and this computer's clock is far from the service's. More than 0: ahead of it. */
  'clock-off': kind<{ minutes: number }>([]),
  /** The browser was not asked yet, or not any more, whether the service's address may be reached. */
  'service-access-missing': kind<{ origin: string }>([]),
  /** The user did not let the extension reach the service's address. */
  'service-access-refused': kind<{ origin: string }>([]),
  /** The address of the service is not usable. */
  'bad-service-address': kind([]),
  /** No step of the ladder gave the image's bytes. */
  'media-unreadable': kind<{ status?: number }>(ANY_FILE),
  /** The same, where its address may lead to a site that is not allowed. */
  'media-elsewhere': kind(ANY_FILE),
  /** The site gives a part of the file alone, or parts that do not fit together. */
  'incomplete-file': kind(ANY_FILE),
  /** The image's address led to a host of a private network, which the user was not asked about. */
  'led-to-private': kind<{ host: string }>([]),
  /** The image is a file of this computer, which browsers let no extension read. */
  'file-address': kind(['image-still-shown', 'shown-elsewhere', 'unread']),
  /** The browser lets no extension look at this page. */
  'page-closed': kind([]),
  /** The page hangs: no script in it answers. */
  'page-silent': kind([]),
  /** In the check of a whole page: this one is sent only after a question. */
  'needs-answer': kind([]),
  /** What was read is no video. */
  'not-a-video': kind(['video-file-elsewhere', 'unread']),
  /** A video in a format that is not sent: its name. */
  'video-format-unsupported': kind<{ format: string }>([]),
  /** A video of which no clips can be cut without coding it anew. */
  'video-uncut': kind([]),
  /** A video that comes in pieces, by a script of the page: it has no file, and could not be recorded. */
  'video-stream': kind(['unread']),
  /** The same, and it is not playing. */
  'video-paused': kind(['unread']),
  /** What was recorded shows nothing that moves. */
  'video-still': kind<{ look: 'black' | 'frozen' }>([]),
  /** A video under copy protection. */
  'video-protected': kind([]),
  /** A file so large that the user is asked before it is read. Bytes. */
  large: kind<{ sizeBytes: number }>([]),
  /** What was read is no picture: the sniffed name of what it is, when known. */
  'not-a-picture': kind<{ found?: string }>(IMAGE_FILE),
  /** The picture is one plain colour, or clear. */
  'blank-picture': kind<{ isClear?: boolean }>(['shown-elsewhere', 'unread']),
  /** What was read is another picture than the one that is shown: a tracking pixel, a placeholder. */
  'other-picture': kind(IMAGE_FILE),
  /** The file says it is a picture, and the browser cannot decode it. */
  'damaged-picture': kind(IMAGE_FILE),
  /** A picture in a format that is not sent (yet): its name. */
  'format-unsupported': kind<{ format: string }>(['unread']),
  /** To decode or draw it takes more time, pixels or memory than one image may. */
  'costly-picture': kind(['unread']),
  /** A drawing of the page's own; or an SVG that shows more in the page than its file does, or that nothing here can draw. */
  drawing: kind(['image-still-shown', 'shown-elsewhere', 'unread']),
  /** The page has not loaded the picture yet, and does not say where it is. */
  'not-loaded': kind(['unread']),
  /** There is no picture where the user pointed. */
  'nothing-found': kind([]),
  /**
   * The file the user gave cannot be checked; `found` is the sniffed name of what it is, when known. `unreadable`: a folder, or
   * a file that was moved or is locked.
   */
  'file-unusable': kind<{ reason: 'not-a-picture' | 'damaged' | 'blank' | 'unreadable'; found?: string }>([]),
  /** What is to be looked at once more could not be read again, or is not what was checked. */
  'media-changed': kind([]),
  /** The file the user gave is not in memory any more. */
  'file-forgotten': kind([]),
  /** The element is not in the page, or not in view, any more. */
  'media-gone': kind(['shown-elsewhere']),
  /** The element is in a frame in which no script of the extension may run. */
  'frame-out-of-reach': kind(['shown-elsewhere']),
  /** The tab is not the one in front, so its screen cannot be captured. */
  'tab-not-in-front': kind(['shown-elsewhere']),
  /** The browser refused the screen capture. */
  'capture-failed': kind(['shown-elsewhere']),
  /** The administrator turned screen capture off. */
  'capture-disabled': kind(['shown-elsewhere']),
  /** The administrator lets nothing but original files be sent, and this one has none that can be read. */
  'only-originals': kind([]),
  /** The page this check belongs to has gone. */
  'page-gone': kind(['image-still-shown', 'shown-elsewhere']),
  /** The background ended in the middle of sending; whether the service counted it is unknown. */
  interrupted: kind([]),
  /** The background ended before it had answered one of the extension's own pages, or a panel. */
  'background-ended': kind([]),
  /** A message that the protocol does not allow. */
  'message-refused': kind([]),
  /** A fault of this software: nothing else fits. */
  unexpected: kind([]),
};

/** The name of one thing that can go wrong. */
export type ErrorCode = keyof typeof ERRORS;

type DataOf<Code extends ErrorCode> = NonNullable<(typeof ERRORS)[Code]['data']>;

/** The data of one code. */
export type ErrorOf<Code extends ErrorCode> = { [One in Code]: Readonly<DataOf<One> & { code: One }> }[Code];

/** What went wrong: a code, and its data. */
export type ErrorData = ErrorOf<ErrorCode>;

/** Whether something is true of an error. Of a code that another version has stored, nothing is. */
export function hasTrait({ code }: ErrorData, trait: ErrorTrait): boolean {
  return (ERRORS[code] ?? ERRORS.unexpected).traits.includes(trait);
}
