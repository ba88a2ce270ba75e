import type { JSX } from 'preact';
import { requestSites } from '../../core/browser/site-access.ts';
import { factsLine, type MessageKey, translate } from '../../core/i18n.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { CertificateEnd, endsSoon } from '../shared/certificate-end.tsx';
import { loadedLater } from '../shared/loaded-later.tsx';
import { ACCOUNT_WORDS, accountError, accountTone } from './account-words.ts';
import type { AccountNow } from './use-account.ts';
import './account.css';

/** The room for it is there before. */
const UnlockForm = loadedLater(async () => (await import('./unlock-form.tsx')).UnlockForm);

interface AccountLineProps {
  readonly account: AccountNow;
  readonly onSettings: () => void;
}

/**
 * How the account stands, in one line with its one next step, and below it what that means for a check. It is as high before
 * BitMind has answered as after: nothing below it moves away from under the pointer.
 */
export function AccountLine({ account, onSettings }: AccountLineProps): JSX.Element {
  const { isAsking, reload } = account;
  const view = isAsking ? undefined : account.view;
  const step = nextStep(account, onSettings);
  const words = translate(ACCOUNT_WORDS[view?.state ?? 'untested']);
  const lead = (
    <>
      <span class={`dot ${accountTone(view)}`} />
      <strong>{words}</strong>
    </>
  );
  if (view?.state === 'locked') {
    return (
      <div class="account-line">
        <UnlockForm lead={lead} onUnlocked={() => reload(true)} />
      </div>
    );
  }
  const name = view?.state === 'connected' ? view.facts.name : undefined;
  return (
    <div class="account-line">
      <div role="status">
        <p class="who" title={name}>
          {lead}
          {name && <span class="quiet"> · {name}</span>}
        </p>
        <div class="note">{view && <Note view={view} headline={words} />}</div>
      </div>
      {step && (
        <button type="button" onClick={step.act}>
          {translate(step.words)}
        </button>
      )}
    </div>
  );
}

interface Step {
  readonly words: MessageKey;
  readonly act: () => void;
}

/** What can be done about it. The button stays while BitMind is asked again, and keeps the focus. */
function nextStep({ view, reload }: AccountNow, onSettings: () => void): Step | undefined {
  const error = accountError(view);
  if (error?.code === 'service-access-missing') {
    const allow = () => void requestSites([error.origin]).then((isGiven) => isGiven && reload(true));
    return { words: 'allowAccess', act: allow };
  }
  switch (view?.state) {
    case 'signed-out':
      return { words: 'signIn', act: onSettings };
    case 'refused':
      return { words: 'fixSignIn', act: onSettings };
    case 'unreachable':
      // What this page says to a background that ended may never get there: a new page's words do.
      return { words: 'tryAgain', act: () => (error?.code === 'background-ended' ? location.reload() : reload(true)) };
    default:
      return undefined;
  }
}

/** Why it stands so; else where files go that are checked now. */
function Note({ view, headline }: { readonly view: AccountView; readonly headline: string }): JSX.Element | null {
  switch (view.state) {
    case 'signed-out':
      return (
        <>
          {view.error && <p>{errorWords(view.error).sentence}</p>}
          <p>{translate('readLocally')}</p>
        </>
      );
    case 'refused':
    case 'unreachable':
      // In two lines, never cut off: the first sentence that says more than the headline does. Settings say all.
      return (
        <p>
          {errorWords(view.error)
            .sentence.split(/(?<=\. |。)/)
            .find((one) => !one.startsWith(headline))}
        </p>
      );
    case 'connected': {
      const { certificateExpiresAt: end, endsWithBrowser, isManaged } = view;
      if (end !== undefined && endsSoon(end)) return <CertificateEnd expiresAt={end} />;
      const facts = [
        endsWithBrowser ? translate('endsWithBrowser') : '',
        isManaged ? translate('setByOrganisation') : '',
      ];
      return (
        <>
          <p>{translate('sentToBitMind')}</p>
          <p>{factsLine(facts.filter(Boolean))}</p>
        </>
      );
    }
    default:
      return null;
  }
}
