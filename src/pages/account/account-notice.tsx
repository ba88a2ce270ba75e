import type { JSX } from 'preact';
import { requestSites } from '../../core/browser/site-access.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { CertificateEnd } from '../shared/certificate-end.tsx';
import { ACCOUNT_WORDS, accountError, accountTone } from './account-words.ts';
import { UnlockForm } from './unlock-form.tsx';
import type { AccountNow } from './use-account.ts';
import './account.css';

/** Above the account's form, which has a status of its own: only what somebody has to act on, and what can be done about it. */
export function AccountNotice({ account: { view, reload } }: { readonly account: AccountNow }): JSX.Element | null {
  if (!view || !needsAttention(view)) return null;
  const error = accountError(view);
  return (
    <div class="account">
      <div class="account-notice">
        <span class={`dot ${accountTone(view)}`} aria-hidden="true" />
        <div>
          <strong>{translate(ACCOUNT_WORDS[view.state])}</strong>
          {view.state === 'connected' && (
            <span class="quiet">
              {' '}
              {factsLine([view.facts.name, view.facts.tier].filter((fact) => fact !== undefined))}
            </span>
          )}
          {error && <p class="quiet">{errorWords(error).sentence}</p>}
          <Notes view={view} />
        </div>
      </div>
      {view.state === 'locked' && <UnlockForm onUnlocked={() => reload(true)} />}
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
