import type { JSX } from 'preact';
import { translate } from '../../i18n.ts';
import type { PanelAction, PanelView } from '../../messaging/panel-view.ts';
import { Icon } from '../shared/icons.tsx';
import { Standing } from './standing.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { trusted } from './trusted.ts';

interface PanelProps {
  readonly view: PanelView;
  readonly media: Element | undefined;
  readonly onAction: (action: PanelAction) => void;
  readonly onClose: () => void;
  readonly onDragStart: (event: PointerEvent) => void;
}

/** The panel's content: what is checked, where the check stands, what the user can do, the details. */
export function Panel({ view, media, onAction, onClose, onDragStart }: PanelProps): JSX.Element {
  const { subject, isRunning, buttons, details } = view;
  return (
    <>
      <header onPointerDown={onDragStart}>
        <Icon name="mark" size={18} />
        <span class="title">{translate('panelName')}</span>
        <button type="button" class="close" aria-label={translate('close')} onClick={trusted(onClose)}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <div class="subject">
        <Thumbnail media={media} />
        {subject && <span class="quiet">{subject}</span>}
      </div>
      <Standing view={view} />
      {buttons.length > 0 && (
        <div class="actions">
          {buttons.map(({ words, action }, index) => (
            <button
              type="button"
              key={action}
              class={index === 0 && !isRunning ? 'primary' : ''}
              onClick={trusted(() => onAction(action))}
            >
              {words}
            </button>
          ))}
        </div>
      )}
      {details.length > 0 && (
        <details>
          <summary>{translate('details')}</summary>
          <dl>
            {details.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
