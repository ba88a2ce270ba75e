import type { ComponentChildren, JSX } from 'preact';
import { logFault } from '../log.ts';
import type { PageRunAction, PageRunView } from '../protocol/page-run-view.ts';
import { sendToBackground } from '../protocol/send-to-background.ts';
import { Actions } from './actions.tsx';
import type { StateRole } from './check-summary.tsx';
import { Icon } from './icons.tsx';
import { trusted } from './trusted.ts';

interface PageRunBodyProps {
  readonly view: PageRunView;
  readonly onAction: (action: PageRunAction) => void;
  readonly role?: StateRole;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/**
 * How the check of a page stands, in the popup and in the page: what was counted or done, how far it is, what can be done. What
 * came out is read out as a line, and seen as buttons.
 */
export function PageRunBody({ view, onAction, role = 'status', children }: PageRunBodyProps): JSX.Element {
  const { runId, lines, progress, buttons, counts } = view;
  // Before what came out, for the keyboard too: what most people want then.
  const isFirst = buttons[0]?.action !== 'open-results';
  const actions = (
    <Actions buttons={buttons} onAction={onAction}>
      {children}
    </Actions>
  );
  return (
    <>
      <div role={role}>
        {lines.map(({ words, isQuiet, isOutcome }) => (
          <p key={words} class={isOutcome ? 'unseen' : isQuiet ? 'quiet' : ''}>
            {words}
          </p>
        ))}
      </div>
      {progress !== undefined && <progress value={progress} aria-label={lines[0]?.words ?? ''} />}
      {isFirst && actions}
      {counts.length > 0 && (
        <div class="actions counts">
          {counts.map(({ words, tone }) => (
            <button
              type="button"
              key={tone}
              class={tone}
              onClick={trusted(
                () => void sendToBackground('showNextOutcome', { runId, outcome: tone }).catch(logFault),
              )}
            >
              <Icon name={tone} size={14} />
              {words}
            </button>
          ))}
        </div>
      )}
      {!isFirst && actions}
    </>
  );
}
