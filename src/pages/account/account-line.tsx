import type { JSX } from 'preact';
import { requestSites } from '../../core/browser/site-access.ts';
import { factsLine, type MessageKey, translate } from '../../core/i18n.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { CertificateEnd } from '../shared/certificate-end.tsx';
import { UnlockForm } from './unlock-form.tsx';
import type { AccountNow } from './use-account.ts';
import './account.css';

const WORDS: Record<AccountView['state'], MessageKey> = {
  'signed-out': 'accountSignedOut',
  locked: 'accountLocked',
  connected: 'accountConnected',
  refused: 'accountRefused',
  unreachable: 'accountUnreachable',
  untested: 'accountAsking',
};

interface AccountLineProps {
  readonly account: AccountNow;
  /** Beside the form, which has a status of its own, the line says only what somebody has to act on. */
  readonly isQuiet?: boolean;
}

/** How the account stands: one word or two, who that is or what to look at, and what can be done about it here. */
export function AccountLine({ account: { view, reload }, isQuiet }: AccountLineProps): JSX.Element | null {
  if (isQuiet && !(view && needsAttention(view))) return null;
  const error = view && 'error' in view ? view.error : undefined;
  const tone = view?.state === 'connected' ? 'good' : error && view?.state !== 'signed-out' ? 'bad' : 'idle';
  return (
    <div class="account">
      <div class="account-line" {...(!isQuiet && { role: 'status' as const })}>
        <span class={`dot ${tone}`} aria-hidden="true" />
        <div>
          <strong>{translate(view ? WORDS[view.state] : 'accountAsking')}</strong>
          {view?.state === 'connected' && (
            <span class="quiet">
              {' '}
              {factsLine([view.facts.name, view.facts.tier].filter((fact) => fact !== undefined))}
            </span>
          )}
          {error && <p class="quiet">{errorWords(error).sentence}</p>}
          {view && <Notes view={view} />}
        </div>
      </div>
      {view?.state === 'locked' && <UnlockForm onUnlocked={() => reload(true)} />}
      {error?.code === 'background-ended' && ( // What this page says to the background may never get there: a new one does.
        <button type="button" onClick={() => location.reload()}>
          {translate('tryAgain')}
        </button>
      )}
      {error?.code === 'service-access-missing' && (
        <button
          type="button"
          class="primary"
          onClick={() => requestSites([error.origin]).then((isGiven) => isGiven && reload(true))}
        >
          {translate('allowAccess')}
        </button>
      )}
    </div>
  );
}

function needsAttention(view: AccountView): boolean {
  if (view.state === 'connected') return view.isManaged === true;
  return view.state !== 'untested' && (view.state !== 'signed-out' || view.error !== undefined);
}

/** What else is known: until when, and who set it. */
function Notes({ view }: { readonly view: AccountView }): JSX.Element | null {
  if (view.state !== 'connected' && view.state !== 'refused' && view.state !== 'unreachable') return null;
  const { endsWithBrowser, isManaged, certificateExpiresAt } = view;
  return (
    <>
      {endsWithBrowser && <p class="quiet">{translate('endsWithBrowser')}</p>}
      {isManaged && <p class="quiet">{translate('setByOrganisation')}</p>}
      {certificateExpiresAt !== undefined && <CertificateEnd expiresAt={certificateExpiresAt} />}
    </>
  );
}
