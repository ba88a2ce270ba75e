import type { ComponentChildren, JSX } from 'preact';
import type { PageRunAction, PageRunView } from '../protocol/page-run-view.ts';
import { Actions } from './actions.tsx';
import { Announcement } from './announcement.tsx';

interface RunBodyProps {
  readonly view: PageRunView;
  readonly onAction: (action: PageRunAction) => void;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** How the check of a page stands, in the popup and in the page: what was counted or done, how far it is, what can be done. */
export function RunBody({ view, onAction, children }: RunBodyProps): JSX.Element {
  const { lines, progress, buttons } = view;
  return (
    <>
      <div>
        {lines.map(({ words, isQuiet }) => (
          <p key={words} class={isQuiet ? 'quiet' : ''}>
            {words}
          </p>
        ))}
        <Announcement sentences={lines.map(({ words }) => words)} />
      </div>
      {progress !== undefined && <progress value={progress} aria-label={lines[0]?.words ?? ''} />}
      <Actions buttons={buttons} onAction={onAction}>
        {children}
      </Actions>
    </>
  );
}
