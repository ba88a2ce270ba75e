import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { errorDataOf } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { errorWords } from '../../core/words/error-sentence.ts';

/** The id of the field for it, which a check that waits for it can point to. */
export const PASSPHRASE_FIELD = 'unlock';

/** Asks for the passphrase, once a browser session. */
export function UnlockForm({ onUnlocked }: { readonly onUnlocked: () => void }): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'waiting' | 'unlocking' | 'wrong' | ErrorData>('waiting');

  async function unlock(): Promise<void> {
    setState('unlocking');
    try {
      if (!(await sendToBackground('unlockAccount', { passphrase }))) return setState('wrong');
      setPassphrase('');
      onUnlocked();
    } catch (error) {
      setState(errorDataOf(error)); // Signed out of in another window meanwhile, or what is on disk was spoilt.
    }
  }

  return (
    <form
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <label for={PASSPHRASE_FIELD}>{translate('passphrase')}</label>
      <div class="actions">
        <input
          id={PASSPHRASE_FIELD}
          type="password"
          value={passphrase}
          autocomplete="off"
          required
          aria-invalid={state === 'wrong'}
          aria-describedby="unlock-status"
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={state === 'unlocking'}>
          {translate('unlock')}
        </button>
      </div>
      <div aria-live="polite" id="unlock-status">
        {state === 'unlocking' && <p>{translate('unlocking')}</p>}
        {state === 'wrong' && <p class="bad">{translate('passphraseWrong')}</p>}
        {typeof state === 'object' && <p class="bad">{errorWords(state).sentence}</p>}
      </div>
      <p class="quiet">{translate('passphraseForgotten')}</p>
    </form>
  );
}
