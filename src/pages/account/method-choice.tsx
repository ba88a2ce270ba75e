import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { SignInMethod } from '../../core/service/credential.ts';
import { ManagedNote } from './field.tsx';

const METHODS: readonly (readonly [SignInMethod, MessageKey])[] = [
  ['oauth-client', 'methodOauthClient'],
  ['oauth-certificate', 'methodOauthCertificate'],
  ['api-key', 'methodApiKey'],
];

interface MethodChoiceProps {
  readonly chosen: SignInMethod;
  readonly isManaged: boolean;
  readonly onChange: (method: SignInMethod) => void;
}

/** The radio group of the sign-in methods. */
export function MethodChoice({ chosen, isManaged, onChange }: MethodChoiceProps): JSX.Element {
  return (
    <fieldset
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows it, and it is what this is.
      role="radiogroup"
      disabled={isManaged}
      aria-describedby={isManaged ? 'method-managed' : undefined}
    >
      <legend>{translate('signInMethod')}</legend>
      {METHODS.map(([method, words]) => (
        <label key={method}>
          <input type="radio" name="method" checked={chosen === method} onChange={() => onChange(method)} />
          {translate(words)}
        </label>
      ))}
      {isManaged && <ManagedNote id="method-managed" />}
    </fieldset>
  );
}
