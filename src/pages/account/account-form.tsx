import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { SavedAccount } from '../../core/service/account-view.ts';
import type { CredentialText } from '../../core/service/pasted-credential.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import type { FormProblem } from './account-fields.ts';
import {
  type AccountFields,
  asMeant,
  fieldsOf,
  fieldsUnderPolicy,
  findProblem,
  privateKeyProblem,
  SECRET_FIELD,
  toDraft,
} from './account-fields.ts';
import { CertificateField } from './certificate-field.tsx';
import { Field } from './field.tsx';
import { KeepingFields } from './keeping-fields.tsx';
import { MethodChoice } from './method-choice.tsx';
import { saveAccount } from './save-account.ts';
import { type TestOutcome, TestStatus } from './test-status.tsx';

interface AccountFormProps {
  readonly saved: SavedAccount;
  /** Called when the saved account is another. */
  readonly onChange: () => void;
}

/** The credentials and where they go. Secrets are written here and never shown again. */
export function AccountForm({ saved, onChange }: AccountFormProps): JSX.Element {
  const [fields, setFields] = useState<AccountFields>(() => fieldsOf(saved));
  const [outcome, setOutcome] = useState<TestOutcome>();
  const { failure, attempt } = useAttempt();
  const change = (part: Partial<AccountFields>) => setFields((now) => ({ ...now, ...part }));
  const invalid = outcome?.kind === 'problem' ? outcome.problem.field : undefined;
  const isManaged = (name: SavedAccount['managed'][number]) => saved.isLockedByPolicy || saved.managed.includes(name);

  /** What was typed or pasted; a private key is taken out as soon as it is there. */
  function take(name: CredentialText | 'certificate', value: string): void {
    const problem = privateKeyProblem(name, value);
    change({ [name]: problem ? '' : value });
    if (problem) setOutcome({ kind: 'problem', problem });
  }

  const before = useRef(saved);
  useEffect(() => {
    change(fieldsUnderPolicy(before.current, saved));
    before.current = saved;
  }, [saved]);

  async function save(isTested: boolean): Promise<void> {
    const meant = asMeant(fields);
    setFields(meant);
    const problem = findProblem(meant, saved, Date.now());
    if (problem) {
      setOutcome({ kind: 'problem', problem });
      document.getElementById(problem.field)?.focus();
      return;
    }
    const saving = saveAccount(toDraft(meant, saved, isTested)); // Within the click: it asks the browser for the address.
    setOutcome({ kind: 'testing' });
    const { view, wasTested } = await saving;
    setOutcome({ kind: 'tested', view, mayKeepAnyway: wasTested });
    if (view.state !== 'connected' && view.state !== 'untested') return;
    change({ clientSecret: '', certificate: '', apiKey: '', passphrase: '', passphraseAgain: '' });
    onChange();
  }

  async function signOut(): Promise<void> {
    await sendToBackground('signOut', {});
    setFields(fieldsOf(await sendToBackground('getSavedAccount', {})));
    setOutcome({ kind: 'signed-out' });
    onChange();
  }

  // A locked account is opened above the form, or replaced by one that is typed here.
  const isReplacing = !saved.isLocked || fields[SECRET_FIELD[fields.method]] !== '';
  const isSaved = saved.isOpen && saved.method === fields.method;
  const field = (name: CredentialText | 'certificate' | 'serviceAddress', isSecret = false) => (
    <Field
      name={name}
      value={fields[name]}
      invalid={invalid}
      onInput={(value) => (name === 'serviceAddress' ? change({ serviceAddress: value }) : take(name, value))}
      isManaged={isManaged(name)}
      {...(isSecret && { secret: isSaved ? 'saved' : 'new' })}
    />
  );
  return (
    <form
      onChange={() => setFields(asMeant)}
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
    >
      <MethodChoice chosen={fields.method} isManaged={isManaged('method')} onChange={(method) => change({ method })} />
      {fields.method !== 'api-key' && field('clientId')}
      {fields.method === 'oauth-certificate' ? (
        <CertificateField
          value={fields.certificate}
          isInvalid={invalid === 'certificate'}
          onInput={(certificate) => take('certificate', certificate)}
          onProblem={(problem: FormProblem) => setOutcome({ kind: 'problem', problem })}
          saved={isSaved ? saved.certificate : undefined}
          isManaged={isManaged('certificate')}
          managed={saved.managedCertificate}
        />
      ) : (
        field(SECRET_FIELD[fields.method], true)
      )}
      {field('serviceAddress')}
      {!saved.isLockedByPolicy && (
        <>
          {isReplacing && <KeepingFields fields={fields} saved={saved} invalid={invalid} onChange={change} />}
          <div class="actions">
            <button type="submit" class="primary" disabled={outcome?.kind === 'testing'}>
              {translate('saveAndTest')}
            </button>
            {saved.isKept && (
              <button type="button" onClick={() => attempt(signOut)}>
                {translate('signOut')}
              </button>
            )}
          </div>
        </>
      )}
      <TestStatus outcome={outcome} onSaveAnyway={() => save(false)} />
      <FailureLine failure={failure} />
    </form>
  );
}
