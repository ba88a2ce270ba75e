import type { ComponentChild, JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { CheckBody, type OnCheckAction } from '../../core/view/check-body.tsx';
import type { Picture } from '../find/picture.ts';
import { Announcement } from '../shared/announcement.tsx';
import { BoxHead } from '../shared/box-head.tsx';
import { PictureChoice } from './picture-choice.tsx';
import { Thumbnail } from './thumbnail.tsx';

interface PanelProps {
  readonly view: PanelView;
  /** The pictures at the spot, topmost first. */
  readonly pictures: readonly Picture[];
  /** The one that is checked. */
  readonly current: Picture | undefined;
  /** Nothing is answered now. */
  readonly isOff: boolean;
  readonly onAction: OnCheckAction;
  readonly onSeek: (part: number) => void;
  readonly onChoose: (index: number) => void;
  readonly onClose: () => void;
  /** In place of the check: what a part of the image is chosen by. */
  readonly picker: ComponentChild;
  readonly onDragStart: (event: PointerEvent) => void;
}

/** The panel's content: its handle, what is checked, and the check. */
export function Panel(props: PanelProps): JSX.Element {
  const { view, pictures, current, isOff, onAction, onSeek, onChoose, onClose, onDragStart, picker } = props;
  return (
    <>
      <BoxHead name={translate('panelName')} onClose={onClose} onDragStart={onDragStart} />
      <div class="line">
        <Thumbnail picture={current} read={view.thumbnail} />
        {view.subject && <span class="quiet">{view.subject}</span>}
      </div>
      {picker || (
        <fieldset class="body" role="none" disabled={isOff}>
          <CheckBody view={view} onAction={onAction} onSeek={onSeek} role="group">
            {pictures.length > 1 && <PictureChoice pictures={pictures} current={current} onChoose={onChoose} />}
          </CheckBody>
        </fieldset>
      )}
      <Announcement
        sentences={[
          view.headline?.words,
          view.likelihood?.words,
          ...view.lines.map(({ words }) => words),
          view.firmness?.words,
          view.timeline?.words,
        ]}
      />
    </>
  );
}
