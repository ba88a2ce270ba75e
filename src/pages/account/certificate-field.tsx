import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import {
  type CertificateText,
  certificateBlocks,
  certificateBlocksOfFile,
} from '../../core/service/certificate-pem.ts';
import type { CertificateSummary } from '../../core/service/credential.ts';
import { dayText } from '../../core/words/numbers.ts';
import { CertificateEnd } from '../shared/certificate-end.tsx';
import type { FormProblem } from './account-fields.ts';
import { ManagedNote } from './field.tsx';
import { readCertificate } from './read-certificate.ts';

/** Larger files are no certificates, in bytes. */
const MAX_FILE_BYTES = 1_000_000;

interface CertificateFieldProps {
  readonly value: string;
  readonly isInvalid: boolean;
  readonly onInput: (value: string) => void;
  readonly onProblem: (problem: FormProblem) => void;
  /** The saved certificate, for which an empty field stands. */
  readonly saved: CertificateSummary | undefined;
  /** Why the saved one cannot be used. */
  readonly note: string | undefined;
  readonly isManaged: boolean;
  /** PEM text of the administrator's. */
  readonly managed: string | undefined;
}

/** The certificate as PEM text, pasted or from a file, and what it says of itself. */
export function CertificateField(props: CertificateFieldProps): JSX.Element {
  const { value, isInvalid, onInput, onProblem, saved, note, isManaged, managed = '' } = props;
  const written = isManaged ? managed : value;
  const shown = summaryOf(certificateBlocks(written)) ?? (written.trim() === '' ? saved : undefined);

  async function takeFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const bytes = file.size <= MAX_FILE_BYTES ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    input.value = ''; // So that the same file can be chosen again once it was put right.
    const text = certificateBlocksOfFile(bytes);
    if ('pem' in text) onInput(text.pem);
    else onProblem({ kind: 'content', field: 'certificate', ...text });
  }

  return (
    <div class="field">
      <label for="certificate">{translate('certificate')}</label>
      <textarea
        id="certificate"
        rows={6}
        dir="ltr"
        value={value}
        placeholder={isManaged ? '' : translate(saved ? 'secretSaved' : 'certificatePlaceholder')}
        autocomplete="off"
        spellcheck={false}
        disabled={isManaged}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? 'account-status' : isManaged ? 'certificate-managed' : 'certificate-help'}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {isManaged ? (
        <ManagedNote id="certificate-managed" />
      ) : (
        <>
          <p class="quiet" id="certificate-help">
            {note ?? translate('certificateHelp')}
          </p>
          <label class="file">
            <span>{translate('certificateFile')}</span>
            <input
              type="file"
              accept=".pem,.crt,.cer,.der,.cert,.txt"
              onChange={(event) => takeFile(event.currentTarget)}
            />
          </label>
        </>
      )}
      {shown && <CertificateFacts certificate={shown} />}
    </div>
  );
}

function summaryOf(text: CertificateText): CertificateSummary | undefined {
  const read = 'pem' in text ? readCertificate(text.pem) : text;
  return 'problem' in read ? undefined : read;
}

/** Whose certificate it is, from whom, and until when. */
function CertificateFacts({ certificate }: { readonly certificate: CertificateSummary }): JSX.Element {
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
