import { type MessageKey, translate, translateCount } from '../../core/i18n.ts';
import { dayText } from '../../core/words/numbers.ts';
import { type ContentProblem, type FormProblem, type NeededField, SHORTEST_PASSPHRASE } from './account-fields.ts';

const CONTENT_WORDS = {
  space: 'pastedSpace',
  more: 'pastedMore',
  'private-key': 'certificatePrivateKey',
  'certificate-request': 'certificateRequest',
  pkcs7: 'certificatePkcs7',
  pkcs12: 'certificatePkcs12',
  damaged: 'certificateDamaged',
  'no-certificate': 'certificateNone',
} as const satisfies Record<Exclude<ContentProblem['problem'], 'character'>, string>;

const MISSING_WORDS: Record<NeededField, MessageKey> = {
  clientId: 'missingClientId',
  clientSecret: 'missingClientSecret',
  certificate: 'missingCertificate',
  apiKey: 'missingApiKey',
  serviceAddress: 'missingServiceAddress',
};

/** The sentence for a problem: what is wrong, and what to do. */
export function problemText(problem: FormProblem): string {
  switch (problem.kind) {
    case 'missing':
      return translate(MISSING_WORDS[problem.field]);
    case 'address':
      return translate('errorBadServiceAddress');
    case 'content':
      return contentText(translate(problem.field), problem);
    case 'expired':
      return translate('certificateExpired', dayText(problem.expiredAt));
    case 'short-passphrase':
      return translateCount('passphraseShort', SHORTEST_PASSPHRASE);
    case 'other-passphrase':
      return translate('passphraseOther');
  }
}

function contentText(field: string, found: ContentProblem): string {
  if (found.problem !== 'character') return translate(CONTENT_WORDS[found.problem], field);
  const code = found.character.codePointAt(0) ?? 0;
  return translate('pastedCharacter', field, found.character, `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
}
