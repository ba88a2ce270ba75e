import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import type { FieldName } from './account-fields.ts';

interface FieldProps {
  readonly name: FieldName;
  readonly value: string;
  /** It has to be put right; the status line says how. */
  readonly isInvalid: boolean;
  readonly onInput: (value: string) => void;
  /** A secret is masked; a saved one is never shown again, only that it is there. */
  readonly secret?: 'new' | 'saved';
  /** Why the saved value cannot be used. */
  readonly note?: string | undefined;
  /** An administrator set it. */
  readonly isManaged: boolean;
}

/** One labelled line of text. */
export function Field({ name, value, isInvalid, onInput, secret, note, isManaged }: FieldProps): JSX.Element {
  const about = isManaged ? `${name}-managed` : note ? `${name}-note` : undefined;
  const common = {
    id: name,
    value,
    spellcheck: false,
    // Names, secrets and addresses for machines, whatever the language around them.
    dir: 'ltr' as const,
    disabled: isManaged,
    'aria-invalid': isInvalid,
    'aria-describedby': isInvalid ? 'account-status' : about,
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
      {isManaged ? <ManagedNote id={`${name}-managed`} /> : note && <Note id={`${name}-note`}>{note}</Note>}
    </div>
  );
}

/** A quiet line that describes a field. */
function Note({ id, children }: { readonly id: string; readonly children: string }): JSX.Element {
  return (
    <p class="quiet" id={id}>
      {children}
    </p>
  );
}

/** Says that an administrator set something. */
export function ManagedNote({ id }: { readonly id: string }): JSX.Element {
  return <Note id={id}>{translate('setByOrganisation')}</Note>;
}
