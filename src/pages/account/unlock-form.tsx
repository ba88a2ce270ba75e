import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { errorDataOf } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { errorWords } from '../../core/words/error-sentence.ts';

/** The id of the field for it, which a check that waits for it can point to. */
export const PASSPHRASE_FIELD = 'unlock';

interface UnlockFormProps {
  /** Stands before the field, in the same line; without it, its name is above the field. */
  readonly lead?: ComponentChildren;
  /** The text in place of another, where this is shown. */
  readonly textHere?: (key: MessageKey) => MessageKey;
  readonly onUnlocked: () => void;
}

/** Asks for the passphrase, once a browser session. */
export function UnlockForm({ lead, textHere = (key) => key, onUnlocked }: UnlockFormProps): JSX.Element {
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
      <label for={PASSPHRASE_FIELD} class={lead ? 'unseen' : ''}>
        {translate('passphrase')}
      </label>
      <div class="passphrase">
        {lead}
        <input
          id={PASSPHRASE_FIELD}
          type="password"
          value={passphrase}
          autocomplete="off"
          {...(lead && { placeholder: translate('passphrase') })}
          required
          aria-invalid={state === 'wrong'}
          aria-describedby="unlock-status"
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={state === 'unlocking'}>
          {translate('unlock')}
        </button>
      </div>
      <div class="note" aria-live="polite" id="unlock-status">
        {state === 'waiting' && <p>{translate(textHere('passphraseForgotten'))}</p>}
        {state === 'unlocking' && <p>{translate('unlocking')}</p>}
        {state === 'wrong' && <p class="bad">{translate('passphraseWrong')}</p>}
        {typeof state === 'object' && <p class="bad">{errorWords(state, { textHere }).sentence}</p>}
      </div>
    </form>
  );
}
