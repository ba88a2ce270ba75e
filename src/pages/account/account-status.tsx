import type { JSX } from 'preact';
import { requestSites } from '../../core/browser/site-access.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { factsLine, type MessageKey, translate } from '../../core/i18n.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import type { FormProblem } from './account-fields.ts';
import { ACCOUNT_WORDS, accountError } from './account-words.ts';
import { byForm } from './by-form.ts';
import { problemText } from './problem-text.ts';
import { SignedOutLine } from './signed-out-line.tsx';
import { TestedAccount } from './tested-account.tsx';
import type { AccountNow } from './use-account.ts';

/** What came of the last thing somebody did with the form. */
export type FormOutcome =
  | { readonly kind: 'problem'; readonly problem: FormProblem }
  | { readonly kind: 'testing' }
  /** `mayKeepAnyway`: the account was tested, and may be saved although the test failed. */
  | { readonly kind: 'tested'; readonly view: AccountView; readonly mayKeepAnyway: boolean }
  | { readonly kind: 'signed-out' }
  /** Signing out could not be undone any more. */
  | { readonly kind: 'undo-too-late' };

interface AccountStatusProps {
  readonly outcome: FormOutcome | undefined;
  readonly account: AccountNow;
  readonly onSaveAnyway: () => void;
  readonly onUndo: () => void;
}

/** The one line that speaks of the account, below its form's buttons: what came of the last of them, else how the account stands. */
export function AccountStatus({ outcome, account, onSaveAnyway, onUndo }: AccountStatusProps): JSX.Element {
  const error = statusError(outcome, account);
  return (
    <div class="account-status">
      <div role="status" id="account-status">
        {outcome ? <Outcome outcome={outcome} onUndo={onUndo} /> : <Standing account={account} />}
      </div>
      {error && outcome?.kind === 'tested' && outcome.mayKeepAnyway && (
        <button type="button" onClick={onSaveAnyway}>
          {translate('saveAnyway')}
        </button>
      )}
      {error && !outcome && <NextStep error={error} account={account} />}
    </div>
  );
}

/** The error that the status line speaks of. */
export function statusError(outcome: FormOutcome | undefined, { view }: AccountNow): ErrorData | undefined {
  if (!outcome) return accountError(view);
  return outcome.kind === 'tested' ? accountError(outcome.view) : undefined;
}

function Outcome({ outcome, onUndo }: Pick<AccountStatusProps, 'onUndo'> & { readonly outcome: FormOutcome }) {
  switch (outcome.kind) {
    case 'problem':
      return <p class="bad">{problemText(outcome.problem)}</p>;
    case 'testing':
      return <p>{translate('testing')}</p>;
    case 'signed-out':
      return <SignedOutLine onUndo={onUndo} />;
    case 'undo-too-late':
      return <p class="bad">{translate('signOutUndoTooLate')}</p>;
    case 'tested':
      return <TestedAccount view={outcome.view} />;
  }
}

/** How the account in use stands. Nothing where the form says it: that nobody is signed in, or that it is locked. */
function Standing({ account: { view, isAsking } }: { readonly account: AccountNow }): JSX.Element | null {
  if (isAsking) return <p>{translate('accountAsking')}</p>;
  if (!view) return null;
  const error = accountError(view);
  if (error) {
    return (
      <p class="bad">
        {view.state !== 'signed-out' && <strong>{translate(ACCOUNT_WORDS[view.state])}</strong>}{' '}
        {errorWords(error, { textHere: byForm }).sentence}
      </p>
    );
  }
  if (view.state !== 'connected') return null;
  const notes = [
    view.endsWithBrowser && translate('endsWithBrowser'),
    view.isManaged && translate('setByOrganisation'),
  ];
  const names = [translate(ACCOUNT_WORDS.connected), view.facts.name, view.facts.tier];
  const isText = (one: string | false | undefined) => typeof one === 'string';
  return (
    <>
      <p class="good">{factsLine(names.filter(isText))}</p>
      <p class="quiet">{factsLine(notes.filter(isText))}</p>
    </>
  );
}

/** What can be done about an account that cannot be used, beside putting its form right. The button stays while BitMind is asked. */
function NextStep({ error, account }: { readonly error: ErrorData; readonly account: AccountNow }): JSX.Element | null {
  if (error.code === 'service-access-missing') {
    const allow = () => void requestSites([error.origin]).then((isGiven) => isGiven && account.reload(true));
    return <StepButton words="allowAccess" onClick={allow} />;
  }
  // What this page says to the background may never get there: a new one does.
  if (error.code === 'background-ended') return <StepButton words="tryAgain" onClick={() => location.reload()} />;
  if (account.view?.state !== 'unreachable') return null;
  return <StepButton words="tryAgain" onClick={() => account.reload(true)} />;
}

function StepButton({ words, onClick }: { readonly words: MessageKey; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" onClick={onClick}>
      {translate(words)}
    </button>
  );
}
