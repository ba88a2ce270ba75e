import type { JSX } from 'preact';
import type { AccountView } from '../../bitmind/account-view.ts';
import { type MessageKey, translate } from '../../i18n.ts';
import { errorWords } from './error-sentence.ts';

const WORDS: Record<AccountView['state'], MessageKey> = {
  'signed-out': 'accountSignedOut',
  connected: 'accountConnected',
  refused: 'accountRefused',
  unreachable: 'accountUnreachable',
};

/** How the account stands: one word or two, and who that is or what to look at. */
export function AccountLine({ account }: { readonly account: AccountView | undefined }): JSX.Element {
  const isGood = account?.state === 'connected';
  const tone = isGood ? 'good' : account && 'error' in account ? 'bad' : 'idle';
  return (
    <div class="account-line" role="status">
      <span class={`dot ${tone}`} aria-hidden="true" />
      <div>
        <strong>{translate(account ? WORDS[account.state] : 'accountAsking')}</strong>
        {isGood && <span class="quiet"> {[account.name, account.tier].filter(Boolean).join(' · ')}</span>}
        {account && 'error' in account && <p class="quiet">{errorWords(account.error).sentence}</p>}
      </div>
    </div>
  );
}
