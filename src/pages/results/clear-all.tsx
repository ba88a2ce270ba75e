import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { translate, translateCount } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { historyDatabase } from '../../core/store/history-database.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

interface ClearAllProps {
  readonly isDisabled?: boolean;
  readonly onCleared?: () => void;
}

/** Removes every result, after a question that says how many there are. */
export function ClearAll({ isDisabled, onCleared }: ClearAllProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { failure, attempt } = useAttempt();
  /** Undefined where the history cannot be read: it is removed all the same. */
  const [count, setCount] = useState<number>();

  async function ask(): Promise<void> {
    const counted = await countResults().catch(logFault);
    setCount(counted ?? undefined);
    dialog.current?.showModal();
  }

  async function clear(): Promise<void> {
    if (!(await attempt(() => sendToBackground('clearResults', {})))) return;
    dialog.current?.close();
    onCleared?.();
  }
  return (
    <>
      <button type="button" disabled={isDisabled} onClick={() => void ask()}>
        {translate('clearResults')}
      </button>
      <dialog ref={dialog} aria-label={translate('clearResults')}>
        <p>{translate('deleteAllSure')}</p>
        <FailureLine failure={failure} />
        <div class="actions">
          <button type="button" class="danger" onClick={clear}>
            {count === undefined ? translate('clearResults') : translateCount('deleteResults', count)}
          </button>
          <button type="button" autofocus onClick={() => dialog.current?.close()}>
            {translate('cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}

async function countResults(): Promise<number> {
  const database = await historyDatabase()();
  try {
    return await database.count('checks');
  } finally {
    database.close();
  }
}
