import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { SavedAccount } from '../../core/service/account-view.ts';
import type { CredentialText } from '../../core/service/pasted-credential.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import {
  type AccountFields,
  asMeant,
  type FieldName,
  type FormProblem,
  fieldsOf,
  fieldsUnderPolicy,
  findProblem,
  privateKeyProblem,
  SECRET_FIELD,
  savedSecret,
  savedSecretNote,
  toDraft,
} from './account-fields.ts';
import { AccountStatus, type FormOutcome, statusError } from './account-status.tsx';
import { CertificateField } from './certificate-field.tsx';
import { Field } from './field.tsx';
import { KeepingFields } from './keeping-fields.tsx';
import { MethodChoice } from './method-choice.tsx';
import { saveAccount } from './save-account.ts';
import type { AccountNow } from './use-account.ts';
import { wrongFields } from './wrong-fields.ts';

interface AccountFormProps {
  readonly saved: SavedAccount;
  readonly account: AccountNow;
  /** Called when the saved account is another. */
  readonly onChange: () => void;
}

/** The credentials and where they go. Secrets are written here and never shown again. */
export function AccountForm({ saved, account, onChange }: AccountFormProps): JSX.Element {
  const [fields, setFields] = useState<AccountFields>(() => fieldsOf(saved));
  const [outcome, setOutcome] = useState<FormOutcome>();
  const { failure, attempt } = useAttempt();
  const submit = useRef<HTMLButtonElement>(null);
  const change = (part: Partial<AccountFields>) => setFields((now) => ({ ...now, ...part }));
  const invalid = invalidFields(outcome, account);
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
    await fillAgain({ kind: 'signed-out' });
  }

  async function undoSignOut(): Promise<void> {
    const isUndone = await sendToBackground('undoSignOut', {});
    await fillAgain(isUndone ? undefined : { kind: 'undo-too-late' });
    submit.current?.focus(); // The button that was pressed is gone.
  }

  async function fillAgain(next: FormOutcome | undefined): Promise<void> {
    setFields(fieldsOf(await sendToBackground('getSavedAccount', {})));
    setOutcome(next);
    onChange();
  }

  // A locked account is opened above the form, or replaced by one that is typed here.
  const isReplacing = !saved.isLocked || fields[SECRET_FIELD[fields.method]] !== '';
  const secret = savedSecret(fields, saved);
  const note = savedSecretNote(fields, saved);
  const field = (name: CredentialText | 'certificate' | 'serviceAddress', isSecret = false) => (
    <Field
      name={name}
      value={fields[name]}
      isInvalid={invalid.includes(name)}
      onInput={(value) => (name === 'serviceAddress' ? change({ serviceAddress: value }) : take(name, value))}
      isManaged={isManaged(name)}
      {...(isSecret && { secret: secret === 'usable' ? 'saved' : 'new', note })}
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
          isInvalid={invalid.includes('certificate')}
          onInput={(certificate) => take('certificate', certificate)}
          onProblem={(problem: FormProblem) => setOutcome({ kind: 'problem', problem })}
          saved={secret === 'usable' ? saved.certificate : undefined}
          note={note}
          isManaged={isManaged('certificate')}
          managed={saved.managedCertificate}
        />
      ) : (
        field(SECRET_FIELD[fields.method], true)
      )}
      {field('serviceAddress')}
      {!saved.isLockedByPolicy && isReplacing && (
        <KeepingFields fields={fields} saved={saved} invalid={invalid} onChange={change} />
      )}
      <div class="form-end">
        {!saved.isLockedByPolicy && (
          <div class="actions">
            <button type="submit" class="primary" ref={submit} disabled={outcome?.kind === 'testing'}>
              {translate('saveAndTest')}
            </button>
            {saved.isKept && (
              <button type="button" onClick={() => attempt(signOut)}>
                {translate('signOut')}
              </button>
            )}
          </div>
        )}
        <AccountStatus
          outcome={outcome}
          account={account}
          onSaveAnyway={() => save(false)}
          onUndo={() => attempt(undoSignOut)}
        />
      </div>
      <FailureLine failure={failure} />
    </form>
  );
}

/** The fields that the status line speaks of. */
function invalidFields(outcome: FormOutcome | undefined, account: AccountNow): readonly FieldName[] {
  if (outcome?.kind === 'problem') return [outcome.problem.field];
  const error = statusError(outcome, account);
  return error ? wrongFields(error) : [];
}
