import type { MessageKey } from '../../core/i18n.ts';

/** The texts that send people to the form in the settings, each with the one for people who are there. */
const BY_FORM: Partial<Record<MessageKey, MessageKey>> = {
  errorApiKeyRefused: 'errorApiKeyRefusedHere',
  errorCertificateClientRefused: 'errorCertificateClientRefusedHere',
  errorCertificateMissing: 'errorCertificateMissingHere',
  errorClientRefused: 'errorClientRefusedHere',
  errorLocked: 'errorLockedHere',
  errorNotBitmind: 'errorNotBitmindHere',
  errorNotPermitted: 'errorNotPermittedHere',
  errorNotSignedIn: 'errorNotSignedInHere',
  errorServiceAccessMissing: 'errorServiceAccessMissingHere',
  errorServiceRedirected: 'errorServiceRedirectedHere',
  errorServiceTimeout: 'errorServiceTimeoutHere',
  errorServiceUnreachable: 'errorServiceUnreachableHere',
  errorSessionEnded: 'errorSessionEndedHere',
  errorStandardApiKey: 'errorStandardApiKeyHere',
  errorUnreadableAnswer: 'errorUnreadableAnswerHere',
  errorUnusableCredential: 'errorUnusableCredentialHere',
  passphraseForgotten: 'passphraseForgottenHere',
};

/** The text as it reads beside the form: in the settings, and on the welcome page. */
export function byForm(key: MessageKey): MessageKey {
  return BY_FORM[key] ?? key;
}
