import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

interface ClearAllProps {
  readonly isDisabled?: boolean;
  readonly onCleared?: () => void;
}

/** Removes every result, after a question. */
export function ClearAll({ isDisabled, onCleared }: ClearAllProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { failure, attempt } = useAttempt();
  async function clear(): Promise<void> {
    if (!(await attempt(() => sendToBackground('clearResults', {})))) return;
    dialog.current?.close();
    onCleared?.();
  }
  return (
    <>
      <button type="button" disabled={isDisabled} onClick={() => dialog.current?.showModal()}>
        {translate('clearResults')}
      </button>
      <dialog ref={dialog} aria-label={translate('clearResults')}>
        <p>{translate('deleteAllSure')}</p>
        <FailureLine failure={failure} />
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
