import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { AccountFacts, AccountView } from '../../core/service/account-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { minutesText } from '../../core/words/numbers.ts';
import { listText } from '../shared/list-text.ts';
import { byForm } from './by-form.ts';

/** What the test of an account found. */
export function TestedAccount({ view }: { readonly view: AccountView }): JSX.Element {
  if (view.state === 'connected') return <Connected facts={view.facts} clockOffMinutes={view.clockOffMinutes} />;
  if (view.state === 'untested') return <p>{translate('testSkipped')}</p>;
  const words = 'error' in view && view.error ? errorWords(view.error, { textHere: byForm }) : undefined;
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
