import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import type { CertificateSummary } from '../../core/service/credential.ts';
import { dayText } from '../../core/words/numbers.ts';
import { CertificateEnd } from '../shared/certificate-end.tsx';

/** Whose certificate it is, from whom, and until when. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateSummary }): JSX.Element {
  const { subject, issuer, expiresAt } = certificate;
  return (
    <>
      <dl class="certificate">
        <dt>{translate('certificateSubject')}</dt>
        <dd>{subject}</dd>
        <dt>{translate('certificateIssuer')}</dt>
        <dd>{issuer}</dd>
        <dt>{translate('certificateExpires')}</dt>
        <dd>{dayText(expiresAt)}</dd>
      </dl>
      <CertificateEnd expiresAt={expiresAt} />
    </>
  );
}
