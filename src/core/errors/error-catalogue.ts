import type messages from '../../../public/_locales/en/messages.json';
import type { CredentialText } from '../service/pasted-credential.ts';
import type { ErrorCode, ErrorOf } from './error-data.ts';

/** What the user can do about an error. */
export type ErrorAction = 'try-again' | 'sign-in' | 'unlock' | 'open-settings' | 'allow-all-sites' | 'use-screen';

/** A value in a sentence, in the form in which it is known; the interface writes it in the user's language. */
export type SentenceValue =
  | string
  /** The name of a field, as the text of that key. */
  | { readonly field: CredentialText }
  | { readonly bytes: number }
  | { readonly clockTime: number }
  | { readonly minutes: number }
  | { readonly ms: number };

type Sentence<Code extends ErrorCode> = keyof typeof messages | ((error: ErrorOf<Code>) => keyof typeof messages);

interface Entry<Code extends ErrorCode> {
  /** What happened, and what to do next. */
  readonly sentence: Sentence<Code>;
  /** The same where there is no button "Check a screenshot instead" that it could speak of. */
  readonly withoutScreen?: Sentence<Code>;
  readonly values?: (error: ErrorOf<Code>) => readonly SentenceValue[];
  readonly actions: readonly ErrorAction[];
}

/** Which field to look at, by sign-in method. */
const REFUSED = {
  'api-key': 'errorApiKeyRefused',
  'oauth-client': 'errorClientRefused',
  'oauth-certificate': 'errorCertificateClientRefused',
} as const;

const NOT_ENABLED = {
  image_inference: 'errorImageNotEnabled',
  video_inference: 'errorVideoNotEnabled',
  batch_processing: 'errorBatchNotEnabled',
} as const;

/** The same, from a 403. That of an image may mean other things, and has another code. */
const REFUSED_PERMISSION = {
  ...NOT_ENABLED,
  video_inference: 'errorVideoRefused',
  batch_processing: 'errorBatchRefused',
} as const;

const FILE_UNUSABLE = {
  'not-a-picture': 'errorFileNotAPicture',
  known: 'errorFileNotAPictureBut',
  damaged: 'errorFileDamaged',
  blank: 'errorFileBlank',
  unreadable: 'errorFileUnreadable',
} as const;

/** Every error's sentence and what the user can do: first, as the primary button, what helps by the sentence. */
export const ERROR_CATALOGUE: { readonly [Code in ErrorCode]: Entry<Code> } = {
  'not-signed-in': { sentence: 'errorNotSignedIn', actions: ['sign-in', 'try-again'] },
  'sign-in-refused': { sentence: ({ method }) => REFUSED[method], actions: ['sign-in', 'try-again'] },
  'unusable-credential': {
    sentence: 'errorUnusableCredential',
    values: ({ field }) => [{ field }],
    actions: ['open-settings'],
  },
  'standard-api-key': { sentence: 'errorStandardApiKey', actions: ['sign-in'] },
  'not-permitted': {
    sentence: ({ method }) => (method === 'oauth-certificate' ? 'errorNotPermitted' : 'errorCertificateMissing'),
    actions: ['open-settings', 'try-again'],
  },
  'not-enabled': {
    sentence: ({ permission, wasSent }) => (wasSent ? REFUSED_PERMISSION : NOT_ENABLED)[permission],
    actions: ['open-settings', 'try-again'],
  },
  locked: { sentence: 'errorLocked', actions: ['unlock', 'try-again'] },
  'session-ended': { sentence: 'errorSessionEnded', actions: ['sign-in', 'try-again'] },
  'incomplete-policy': { sentence: 'errorIncompletePolicy', actions: [] },
  'site-blocked': { sentence: 'errorSiteBlocked', actions: [] },
  'input-refused': { sentence: 'errorInputRefused', actions: [] },
  'too-large': {
    sentence: ({ sizeBytes }) => (sizeBytes ? 'errorTooLarge' : 'errorTooLargeUnknown'),
    values: ({ limitBytes, sizeBytes }) => [{ bytes: limitBytes }, ...(sizeBytes ? [{ bytes: sizeBytes }] : [])],
    actions: [],
  },
  'size-refused': { sentence: 'errorSizeRefused', values: ({ sizeBytes }) => [{ bytes: sizeBytes }], actions: [] },
  'format-refused': { sentence: 'errorFormatRefused', values: ({ format }) => [format], actions: [] },
  'rate-limited': {
    sentence: 'errorRateLimited',
    values: ({ retryAt }) => [{ clockTime: retryAt }],
    actions: ['try-again'],
  },
  'service-failed': {
    sentence: ({ retryAt }) => (retryAt === undefined ? 'errorServiceFailed' : 'errorServiceBusy'),
    values: ({ status, retryAt }) => [String(status), ...(retryAt === undefined ? [] : [{ clockTime: retryAt }])],
    actions: ['try-again'],
  },
  offline: { sentence: 'errorOffline', actions: ['try-again'] },
  'service-unreachable': { sentence: 'errorServiceUnreachable', actions: ['try-again', 'open-settings'] },
  'service-timeout': {
    sentence: 'errorServiceTimeout',
    values: ({ limitMs }) => [{ ms: limitMs }],
    actions: ['try-again', 'open-settings'],
  },
  'service-redirected': { sentence: 'errorServiceRedirected', actions: ['open-settings'] },
  'unreadable-answer': { sentence: 'errorUnreadableAnswer', actions: ['try-again', 'open-settings'] },
  'not-bitmind': { sentence: 'errorNotBitmind', actions: ['open-settings', 'try-again'] },
  'clock-off': {
    sentence: ({ minutes }) => (minutes > 0 ? 'errorClockAhead' : 'errorClockBehind'),
    values: ({ minutes }) => [{ minutes: Math.abs(minutes) }],
    actions: ['try-again'],
  },
  'service-access-missing': {
    sentence: 'errorServiceAccessMissing',
    values: ({ origin }) => [origin],
    actions: ['open-settings'],
  },
  'service-access-refused': {
    sentence: 'errorServiceAccessRefused',
    values: ({ origin }) => [origin],
    actions: ['open-settings'],
  },
  'bad-service-address': { sentence: 'errorBadServiceAddress', actions: ['open-settings'] },
  'media-unreadable': {
    sentence: ({ status }) => (status ? 'errorMediaStatus' : 'errorMediaUnreadable'),
    withoutScreen: ({ status }) => (status ? 'errorMediaStatusNoScreen' : 'errorMediaUnreadableNoScreen'),
    values: ({ status }) => (status ? [String(status)] : []),
    actions: ['try-again', 'use-screen'],
  },
  'media-elsewhere': {
    sentence: 'errorMediaElsewhere',
    withoutScreen: 'errorMediaElsewhereNoScreen',
    actions: ['allow-all-sites', 'use-screen', 'try-again'],
  },
  'incomplete-file': {
    sentence: 'errorIncompleteFile',
    withoutScreen: 'errorIncompleteFileNoScreen',
    actions: ['try-again', 'use-screen'],
  },
  'file-address': {
    sentence: 'errorFileAddress',
    withoutScreen: 'errorFileAddressNoScreen',
    actions: ['use-screen'],
  },
  // Of checks without an account alone: with one, it is a question.
  'led-to-private': { sentence: 'errorLedToPrivate', values: ({ host }) => [host], actions: ['sign-in', 'try-again'] },
  'page-closed': { sentence: 'errorPageClosed', actions: [] },
  'page-silent': { sentence: 'errorPageSilent', actions: ['try-again'] },
  'needs-answer': { sentence: 'errorNeedsAnswer', actions: ['try-again'] },
  'not-a-picture': {
    sentence: ({ found }) => (found ? 'errorNotAPictureBut' : 'errorNotAPicture'),
    values: ({ found }) => (found ? [found] : []),
    actions: ['try-again', 'use-screen'],
  },
  'not-a-video': { sentence: 'errorNotAVideo', actions: ['try-again', 'use-screen'] },
  'video-format-unsupported': { sentence: 'errorVideoFormat', values: ({ format }) => [format], actions: [] },
  'video-uncut': { sentence: 'errorVideoUncut', actions: [] },
  'video-stream': {
    sentence: 'errorVideoStream',
    withoutScreen: 'errorVideoStreamNoScreen',
    actions: ['use-screen'],
  },
  'video-paused': {
    sentence: 'errorVideoPaused',
    withoutScreen: 'errorVideoPausedNoScreen',
    actions: ['try-again', 'use-screen'],
  },
  'video-still': {
    sentence: ({ look }) => (look === 'black' ? 'errorVideoBlack' : 'errorVideoFrozen'),
    actions: ['try-again'],
  },
  'video-protected': { sentence: 'errorVideoProtected', actions: [] },
  large: { sentence: 'errorLarge', values: ({ sizeBytes }) => [{ bytes: sizeBytes }], actions: ['try-again'] },
  'blank-picture': { sentence: 'errorBlankPicture', actions: ['try-again', 'use-screen'] },
  'other-picture': {
    sentence: 'errorOtherPicture',
    withoutScreen: 'errorOtherPictureNoScreen',
    actions: ['try-again', 'use-screen'],
  },
  'damaged-picture': {
    sentence: 'errorDamagedPicture',
    withoutScreen: 'errorDamagedPictureNoScreen',
    actions: ['try-again', 'use-screen'],
  },
  'format-unsupported': {
    sentence: ({ format }) => (format === 'HEIC' ? 'errorHeic' : 'errorFormatUnsupported'),
    values: ({ format }) => [format],
    actions: ['use-screen'],
  },
  'costly-picture': { sentence: 'errorCostly', withoutScreen: 'errorCostlyNoScreen', actions: ['use-screen'] },
  drawing: { sentence: 'errorDrawing', actions: ['use-screen'] },
  'not-loaded': { sentence: 'errorNotLoaded', actions: ['try-again', 'use-screen'] },
  'nothing-found': { sentence: 'errorNothingFound', actions: [] },
  'file-unusable': {
    sentence: ({ reason, found }) => FILE_UNUSABLE[found ? 'known' : reason],
    values: ({ found }) => (found ? [found] : []),
    actions: [],
  },
  'media-changed': { sentence: 'errorMediaChanged', actions: [] },
  'file-forgotten': { sentence: 'errorFileForgotten', actions: [] },
  'media-gone': { sentence: 'errorMediaGone', actions: ['try-again'] },
  'frame-out-of-reach': { sentence: 'errorFrameOutOfReach', actions: ['try-again'] },
  'tab-not-in-front': { sentence: 'errorTabNotInFront', actions: ['try-again'] },
  'capture-failed': { sentence: 'errorCaptureFailed', actions: ['try-again'] },
  'capture-disabled': { sentence: 'errorCaptureDisabled', actions: [] },
  'only-originals': { sentence: 'errorOnlyOriginals', actions: [] },
  'page-gone': { sentence: 'errorPageGone', actions: [] },
  interrupted: { sentence: 'errorInterrupted', actions: ['try-again'] },
  'background-ended': { sentence: 'errorBackgroundEnded', actions: ['try-again'] },
  'message-refused': { sentence: 'errorUnexpected', actions: ['try-again'] },
  unexpected: { sentence: 'errorUnexpected', actions: ['try-again'] },
};
