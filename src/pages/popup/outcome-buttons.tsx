import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PopupRunView } from '../../core/protocol/page-run-view.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

type Counts = PopupRunView['counts'];

/** What came out of the check of a page, counted: each count leads to the next of its checks, on its media in the page. */
export function OutcomeButtons({ counts }: { readonly counts: Counts }): JSX.Element {
  const shown = useRef<string | undefined>(undefined);
  const { failure, attempt } = useAttempt();

  /** Where its media have gone from the page, among the results. */
  async function show({ checkIds }: Counts[number]): Promise<void> {
    const at = shown.current === undefined ? -1 : checkIds.indexOf(shown.current);
    const checkId = checkIds[(at + 1) % checkIds.length];
    if (checkId === undefined) return;
    shown.current = checkId;
    if (!(await sendToBackground('showCheck', { checkId }))) await sendToBackground('openResults', { checkId });
  }

  return (
    <>
      {counts.length > 0 && (
        <div class="actions counts">
          {counts.map((count) => (
            <button type="button" key={count.tone} class={count.tone} onClick={() => attempt(() => show(count))}>
              {count.words}
            </button>
          ))}
        </div>
      )}
      <FailureLine failure={failure} />
    </>
  );
}
