import type { JSX } from 'preact';
import type { AccountView } from '../../bitmind/account-view.ts';
import { type MessageKey, translate } from '../../i18n.ts';
import { errorWords } from '../shared/error-sentence.ts';
import type { FieldName } from './account-fields.ts';

/** What the status line below the form has to say. */
export type TestOutcome =
  | { readonly kind: 'missing'; readonly field: FieldName }
  | { readonly kind: 'testing' }
  | { readonly kind: 'tested'; readonly result: AccountView }
  | { readonly kind: 'signed-out' };

/** The status line: what the test of the account found. */
export function TestStatus({ outcome }: { readonly outcome: TestOutcome | undefined }): JSX.Element {
  return <div role="status">{outcome && <Outcome outcome={outcome} />}</div>;
}

function Outcome({ outcome }: { readonly outcome: TestOutcome }): JSX.Element {
  switch (outcome.kind) {
    case 'missing':
      return <p class="bad">{translate('fieldMissing', translate(outcome.field))}</p>;
    case 'testing':
      return <p>{translate('testing')}</p>;
    case 'signed-out':
      return <p>{translate('signedOut')}</p>;
    case 'tested':
      return <Tested result={outcome.result} />;
  }
}

function Tested({ result }: { readonly result: AccountView }): JSX.Element {
  if (result.state === 'connected') {
    const facts: readonly (readonly [MessageKey, string | undefined])[] = [
      ['accountName', result.name],
      ['accountTier', result.tier],
      ['accountPermissions', result.permissions?.join(', ')],
    ];
    return (
      <>
        <p class="good">
          <strong>{translate('testConnected')}</strong>
        </p>
        <dl>
          {facts.map(
            ([key, value]) =>
              value && (
                <>
                  <dt>{translate(key)}</dt>
                  <dd>{value}</dd>
                </>
              ),
          )}
        </dl>
      </>
    );
  }
  const words = 'error' in result ? errorWords(result.error) : undefined;
  return (
    <>
      <p class="bad">
        <strong>{translate(result.state === 'refused' ? 'accountRefused' : 'testNotSaved')}</strong> {words?.sentence}
      </p>
      {words?.quote && <p class="quiet">{words.quote}</p>}
    </>
  );
}
