import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { translate } from '../../i18n.ts';
import { logFault } from '../../log.ts';
import { sendToBackground } from '../../messaging/send.ts';

/** Removes every result, after a question. */
export function ClearAll({ isDisabled }: { readonly isDisabled: boolean }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  function clear(): void {
    dialog.current?.close();
    void sendToBackground('clearResults', {}).catch(logFault);
  }
  return (
    <>
      <button type="button" disabled={isDisabled} onClick={() => dialog.current?.showModal()}>
        {translate('clearResults')}
      </button>
      <dialog ref={dialog} aria-label={translate('clearResults')}>
        <p>{translate('deleteAllSure')}</p>
        <div class="actions">
          <button type="button" class="primary" onClick={clear}>
            {translate('clearResults')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {translate('cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}
