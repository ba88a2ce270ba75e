import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate, translateCount } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { type DroppedResults, droppedResultsItem } from '../../core/store/dropped-results-item.ts';

/** Says that results were removed for want of room, until the user has read it. */
export function DroppedNotice(): JSX.Element {
  const [dropped, setDropped] = useState<DroppedResults>();
  useEffect(() => {
    void droppedResultsItem.get().then(setDropped, logFault);
    return droppedResultsItem.watch(setDropped);
  }, []);
  return (
    <div role="status">
      {dropped && (
        <p class="notice">
          <span>{droppedText(dropped)}</span>
          <button type="button" onClick={() => droppedResultsItem.remove().catch(logFault)}>
            {translate('understood')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Says so once, in the first view that is opened after it; the results page goes on saying it. */
export function DroppedOnce(): JSX.Element | null {
  const [dropped, setDropped] = useState<DroppedResults>();
  useEffect(() => {
    async function tell(): Promise<void> {
      const untold = await droppedResultsItem.get();
      if (!untold || untold.isTold) return;
      setDropped(untold);
      await droppedResultsItem.set({ ...untold, isTold: true });
    }
    void tell().catch(logFault);
  }, []);
  return dropped ? <p role="status">{droppedText(dropped)}</p> : null;
}

function droppedText({ count, isKept }: DroppedResults): string {
  return translateCount(isKept ? 'droppedResults' : 'droppedResultsLost', count);
}
