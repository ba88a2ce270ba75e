import { translate, translateCount } from '../../core/i18n.ts';
import type { CertificateProblem } from '../../core/service/certificate-pem.ts';
import { dayText } from '../../core/words/numbers.ts';
import { type FormProblem, SHORTEST_PASSPHRASE } from './account-fields.ts';

const CERTIFICATE_WORDS = {
  'private-key': 'certificatePrivateKey',
  der: 'certificateDer',
  'no-certificate': 'certificateNone',
} as const satisfies Record<CertificateProblem, string>;

/** The sentence for a problem: what is wrong, and what to do. */
export function problemText(problem: FormProblem): string {
  switch (problem.kind) {
    case 'missing':
      return translate('fieldMissing', translate(problem.field));
    case 'address':
      return translate('errorBadServiceAddress');
    case 'certificate':
      return translate(CERTIFICATE_WORDS[problem.problem]);
    case 'expired':
      return translate('certificateExpired', dayText(problem.expiredAt));
    case 'short-passphrase':
      return translateCount('passphraseShort', SHORTEST_PASSPHRASE);
    case 'other-passphrase':
      return translate('passphraseOther');
  }
}
