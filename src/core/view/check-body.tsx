import { type ComponentChildren, createRef, type JSX } from 'preact';
import { translate } from '../i18n.ts';
import type { PanelAction, PanelView } from '../protocol/panel-view.ts';
import { Actions } from './actions.tsx';
import { CheckSummary, type StateRole } from './check-summary.tsx';
import { CopyDiagnostics } from './copy-diagnostics.tsx';
import { FirmnessStrip } from './firmness-strip.tsx';
import { Section } from './section.tsx';
import { TimelineBar } from './timeline-bar.tsx';

/** `isRemembered`: the box "Don't ask again on this site" is ticked. */
export type OnCheckAction = (action: PanelAction, isRemembered: boolean) => void;

interface CheckBodyProps {
  readonly view: PanelView;
  readonly onAction: OnCheckAction;
  readonly role?: StateRole;
  /** Has the player in the page go to where a part of the video begins; left out where there is none. */
  readonly onSeek?: (part: number) => void;
  /** Between the words and the buttons. */
  readonly children?: ComponentChildren;
}

/** A check in the panel and in the popup: where it stands, what the user can do, the details. */
export function CheckBody({ view, onAction, role, onSeek, children }: CheckBodyProps): JSX.Element {
  const { age, buttons, cost, details, diagnostics, fileMetadata, firmness, meaning, rememberWords, timeline } = view;
  const box = createRef<HTMLInputElement>();
  const act = (action: PanelAction) => onAction(action, box.current?.checked === true);
  // A verdict that is shown again says how old it is, and has the way to a new one there.
  const isBesideAge = ({ action }: PanelView['buttons'][number]) => !!age && action === 'check-again';
  return (
    <>
      <CheckSummary view={view} {...(role && { role })}>
        {age && (
          <div class="age actions quiet">
            <p>{age}</p>
            <Actions buttons={buttons.filter(isBesideAge)} onAction={act} />
          </div>
        )}
      </CheckSummary>
      {firmness && <FirmnessStrip {...firmness} />}
      {timeline && <TimelineBar {...timeline} onSeek={onSeek} />}
      {children}
      {rememberWords && (
        <label class="line">
          <input type="checkbox" ref={box} />
          {rememberWords}
        </label>
      )}
      <Actions buttons={buttons.filter((one) => !isBesideAge(one))} onAction={act} />
      {cost && <p class="quiet">{cost}</p>}
      {[meaning, fileMetadata].map(
        (said) =>
          said && (
            <Section key={said.title} {...said}>
              <Actions buttons={said.buttons} onAction={act} />
            </Section>
          ),
      )}
      {(diagnostics || details[0]) && (
        <Section title={translate('details')} lines={[]} facts={details}>
          {diagnostics && <CopyDiagnostics {...diagnostics} />}
        </Section>
      )}
    </>
  );
}
