import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedAccount } from '../../bitmind/account-view.ts';
import type { SignInMethod } from '../../bitmind/credential.ts';
import { type MessageKey, translate } from '../../i18n.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { type AccountFields, missingField, toAccount } from './account-fields.ts';
import { Field } from './field.tsx';
import { saveAccount } from './save-account.ts';
import { type TestOutcome, TestStatus } from './test-status.tsx';

const METHODS: readonly (readonly [SignInMethod, MessageKey])[] = [
  ['oauth-client', 'methodOauthClient'],
  ['api-key', 'methodApiKey'],
];

interface AccountFormProps {
  readonly saved: SavedAccount;
  /** Called when the saved account is another. */
  readonly onChange: () => void;
}

/** The credentials and where they go. Secrets are written here and never shown again. */
export function AccountForm({ saved, onChange }: AccountFormProps): JSX.Element {
  const [fields, setFields] = useState<AccountFields>({
    method: saved.method ?? 'oauth-client',
    clientId: saved.clientId ?? '',
    clientSecret: '',
    apiKey: '',
    serviceAddress: saved.serviceAddress,
  });
  const [outcome, setOutcome] = useState<TestOutcome>();
  const isSaved = (method: SignInMethod) => saved.method === method;
  const set = (name: keyof AccountFields) => (value: string) => setFields((now) => ({ ...now, [name]: value }));
  const missing = outcome?.kind === 'missing' ? outcome.field : undefined;

  async function save(): Promise<void> {
    const field = missingField(fields, saved);
    if (field) return setOutcome({ kind: 'missing', field });
    const saving = saveAccount(toAccount(fields)); // Within the click: it asks the browser for the address.
    setOutcome({ kind: 'testing' });
    const result = await saving;
    setOutcome({ kind: 'tested', result });
    if (result.state !== 'connected') return;
    setFields((now) => ({ ...now, clientSecret: '', apiKey: '' }));
    onChange();
  }

  async function signOut(): Promise<void> {
    await sendToBackground('signOut', {});
    setFields((now) => ({ ...now, clientId: '', clientSecret: '', apiKey: '' }));
    setOutcome({ kind: 'signed-out' });
    onChange();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset>
        <legend>{translate('signInMethod')}</legend>
        {METHODS.map(([method, words]) => (
          <label key={method}>
            <input
              type="radio"
              name="method"
              checked={fields.method === method}
              onChange={() => setFields((now) => ({ ...now, method }))}
            />
            {translate(words)}
          </label>
        ))}
      </fieldset>
      {fields.method === 'oauth-client' ? (
        <>
          <Field name="clientId" value={fields.clientId} missing={missing} onInput={set('clientId')} />
          <Field
            name="clientSecret"
            value={fields.clientSecret}
            missing={missing}
            onInput={set('clientSecret')}
            secret={isSaved('oauth-client') ? 'saved' : 'new'}
          />
        </>
      ) : (
        <Field
          name="apiKey"
          value={fields.apiKey}
          missing={missing}
          onInput={set('apiKey')}
          secret={isSaved('api-key') ? 'saved' : 'new'}
        />
      )}
      <Field name="serviceAddress" value={fields.serviceAddress} missing={missing} onInput={set('serviceAddress')} />
      <div class="actions">
        <button type="submit" class="primary" disabled={outcome?.kind === 'testing'}>
          {translate('saveAndTest')}
        </button>
        {saved.method && (
          <button type="button" onClick={signOut}>
            {translate('signOut')}
          </button>
        )}
      </div>
      <TestStatus outcome={outcome} />
    </form>
  );
}
