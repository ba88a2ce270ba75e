import type { JSX } from 'preact';
import { translate } from '../../i18n.ts';
import type { FieldName } from './account-fields.ts';

interface FieldProps {
  readonly name: FieldName;
  readonly value: string;
  /** The field that has to be filled, if one has. */
  readonly missing: FieldName | undefined;
  readonly onInput: (value: string) => void;
  /** A secret is masked; a saved one is never shown again, only that it is there. */
  readonly secret?: 'new' | 'saved';
}

/** One labelled line of text. */
export function Field({ name, value, missing, onInput, secret }: FieldProps): JSX.Element {
  const common = {
    id: name,
    value,
    autocomplete: 'off' as const,
    spellcheck: false,
    'aria-invalid': missing === name,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={name}>{translate(name)}</label>
      {secret ? (
        <input type="password" placeholder={secret === 'saved' ? translate('secretSaved') : ''} {...common} />
      ) : (
        <input type="text" {...common} />
      )}
    </div>
  );
}
