import { type ComponentChildren, createRef, type JSX } from 'preact';
import { translate } from '../i18n.ts';
import type { PanelAction, PanelView } from '../protocol/panel-view.ts';
import { Standing } from './check-state.tsx';
import { CopyDiagnostics } from './copy-diagnostics.tsx';
import { Section } from './section.tsx';
import { trusted } from './trusted.ts';

/** `isRemembered`: the box "Don't ask again on this site" is ticked. */
export type OnCheckAction = (action: PanelAction, isRemembered: boolean) => void;

interface CheckBodyProps {
  readonly view: PanelView;
  readonly onAction: OnCheckAction;
  /** Between the words and the buttons. */
  readonly children?: ComponentChildren;
}

/** Never the button that most people want. */
const SELDOM_WANTED: readonly PanelAction[] = ['cancel', 'check-again'];

/** A check in the panel and in the popup: where it stands, what the user can do, the details. */
export function CheckBody({ view, onAction, children }: CheckBodyProps): JSX.Element {
  const { buttons, details, diagnostics, fileMetadata, rememberWords } = view;
  const box = createRef<HTMLInputElement>();
  return (
    <>
      <Standing view={view} />
      {children}
      {rememberWords && (
        <label class="line">
          <input type="checkbox" ref={box} />
          {rememberWords}
        </label>
      )}
      {buttons.length > 0 && (
        <div class="actions">
          {buttons.map(({ words, action }, index) => (
            <button
              type="button"
              key={action}
              class={index === 0 && !SELDOM_WANTED.includes(action) ? 'primary' : ''}
              onClick={trusted(() => onAction(action, box.current?.checked === true))}
            >
              {words}
            </button>
          ))}
        </div>
      )}
      {fileMetadata && <Section {...fileMetadata} isOpen />}
      {(diagnostics || details[0]) && (
        <Section title={translate('details')} lines={[]} facts={details}>
          {diagnostics && <CopyDiagnostics {...diagnostics} />}
        </Section>
      )}
    </>
  );
}
