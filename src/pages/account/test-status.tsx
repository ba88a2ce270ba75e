import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { AccountFacts, AccountView } from '../../core/service/account-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { listText, minutesText } from '../../core/words/numbers.ts';
import type { FormProblem } from './account-fields.ts';
import { problemText } from './problem-text.ts';

/** What the status line below the form has to say. */
export type TestOutcome =
  | { readonly kind: 'problem'; readonly problem: FormProblem }
  | { readonly kind: 'testing' }
  /** `mayKeepAnyway`: the account was tested, and may be saved although the test failed. */
  | { readonly kind: 'tested'; readonly view: AccountView; readonly mayKeepAnyway: boolean }
  | { readonly kind: 'signed-out' };

interface TestStatusProps {
  readonly outcome: TestOutcome | undefined;
  readonly onSaveAnyway: () => void;
}

/** The status line: what the test of the account found. */
export function TestStatus({ outcome, onSaveAnyway }: TestStatusProps): JSX.Element {
  const hasFailed = outcome?.kind === 'tested' && 'error' in outcome.view && outcome.mayKeepAnyway;
  return (
    <>
      <div role="status" id="account-status">
        {outcome && <Outcome outcome={outcome} />}
      </div>
      {hasFailed && (
        <div class="actions">
          <button type="button" onClick={onSaveAnyway}>
            {translate('saveAnyway')}
          </button>
        </div>
      )}
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: TestOutcome }): JSX.Element {
  switch (outcome.kind) {
    case 'problem':
      return <p class="bad">{problemText(outcome.problem)}</p>;
    case 'testing':
      return <p>{translate('testing')}</p>;
    case 'signed-out':
      return <p>{translate('signedOut')}</p>;
    case 'tested':
      return <Tested view={outcome.view} />;
  }
}

function Tested({ view }: { readonly view: AccountView }): JSX.Element {
  if (view.state === 'connected') return <Connected facts={view.facts} clockOffMinutes={view.clockOffMinutes} />;
  if (view.state === 'untested') return <p>{translate('testSkipped')}</p>;
  const words = 'error' in view && view.error ? errorWords(view.error) : undefined;
  return (
    <>
      <p class="bad">
        <strong>{translate(view.state === 'refused' ? 'accountRefused' : 'testNotSaved')}</strong> {words?.sentence}
      </p>
      {words?.quote && <p class="quiet">{words.quote}</p>}
    </>
  );
}

interface ConnectedProps {
  readonly facts: AccountFacts;
  readonly clockOffMinutes: number | undefined;
}

function Connected({ facts, clockOffMinutes }: ConnectedProps): JSX.Element {
  const features = Object.entries(facts.features ?? {}).flatMap(([name, isOn]) => (isOn ? [name] : []));
  const lines: readonly (readonly [MessageKey, string | undefined])[] = [
    ['accountName', facts.name],
    ['accountTier', facts.tier],
    ['accountPermissions', facts.permissions && listText(facts.permissions)],
    ['accountFeatures', listText(features)],
  ];
  return (
    <>
      <p class="good">
        <strong>{translate('testConnected')}</strong>
      </p>
      <dl>
        {lines.map(
          ([key, value]) =>
            value && (
              <>
                <dt>{translate(key)}</dt>
                <dd>{value}</dd>
              </>
            ),
        )}
      </dl>
      {clockOffMinutes !== undefined && (
        <p class="warning">
          {translate(clockOffMinutes > 0 ? 'clockAhead' : 'clockBehind', minutesText(Math.abs(clockOffMinutes)))}
        </p>
      )}
    </>
  );
}
