import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import type { FieldName } from './account-fields.ts';

interface FieldProps {
  readonly name: FieldName;
  readonly value: string;
  /** The field that has to be put right, if one has; the status line says how. */
  readonly invalid: FieldName | undefined;
  readonly onInput: (value: string) => void;
  /** A secret is masked; a saved one is never shown again, only that it is there. */
  readonly secret?: 'new' | 'saved';
  /** An administrator set it. */
  readonly isManaged: boolean;
}

/** One labelled line of text. */
export function Field({ name, value, invalid, onInput, secret, isManaged }: FieldProps): JSX.Element {
  const common = {
    id: name,
    value,
    spellcheck: false,
    // Names, secrets and addresses for machines, whatever the language around them.
    dir: 'ltr' as const,
    disabled: isManaged,
    'aria-invalid': invalid === name,
    'aria-describedby': invalid === name ? 'account-status' : isManaged ? `${name}-managed` : undefined,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  const isHeld = secret === 'saved' && !isManaged;
  return (
    <div class="field">
      <label for={name}>{translate(name)}</label>
      {secret ? (
        <input
          type="password"
          autocomplete="new-password"
          placeholder={isHeld ? translate('secretSaved') : ''}
          {...common}
        />
      ) : (
        <input type="text" autocomplete="off" {...common} />
      )}
      {isManaged && <ManagedNote id={`${name}-managed`} />}
    </div>
  );
}

/** Says that an administrator set something. */
export function ManagedNote({ id }: { readonly id: string }): JSX.Element {
  return (
    <p class="quiet managed" id={id}>
      {translate('setByOrganisation')}
    </p>
  );
}
