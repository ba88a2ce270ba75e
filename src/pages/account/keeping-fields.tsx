import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { SavedAccount } from '../../core/service/account-view.ts';
import { type AccountFields, type FieldName, isPassphraseSaved } from './account-fields.ts';
import { Field } from './field.tsx';

interface KeepingFieldsProps {
  readonly fields: AccountFields;
  readonly saved: SavedAccount;
  readonly invalid: readonly FieldName[];
  readonly onChange: (change: Partial<AccountFields>) => void;
}

/** How long the credentials are kept, and under which passphrase. */
export function KeepingFields({ fields, saved, invalid, onChange }: KeepingFieldsProps): JSX.Element {
  const isSaved = saved.isOpen && saved.hasPassphrase;
  const field = (name: 'passphrase' | 'passphraseAgain') => (
    <Field
      name={name}
      value={fields[name]}
      isInvalid={invalid.includes(name)}
      isManaged={false}
      secret={isSaved ? 'saved' : 'new'}
      onInput={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div class="keeping">
      <Tick
        words="remember"
        help="rememberHelp"
        isOn={fields.isRemembered}
        onChange={(isRemembered) => onChange({ isRemembered })}
      />
      {fields.isRemembered && (
        <Tick
          words="usePassphrase"
          help="usePassphraseHelp"
          isOn={fields.hasPassphrase}
          onChange={(hasPassphrase) => onChange({ hasPassphrase })}
        />
      )}
      {fields.isRemembered && fields.hasPassphrase && (
        <>
          {field('passphrase')}
          {!isPassphraseSaved(fields, saved) && field('passphraseAgain')}
        </>
      )}
    </div>
  );
}

interface TickProps {
  readonly words: MessageKey;
  readonly help: MessageKey;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Tick({ words, help, isOn, onChange }: TickProps): JSX.Element {
  return (
    <div class="tick">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`${words}-help`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {translate(words)}
      </label>
      <p class="quiet" id={`${words}-help`}>
        {translate(help)}
      </p>
    </div>
  );
}
