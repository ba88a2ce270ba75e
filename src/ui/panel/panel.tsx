import type { JSX } from 'preact';
import type { CheckView } from '../../check/check-view.ts';
import { translate } from '../../i18n.ts';
import { formatText } from '../shared/check-words.ts';
import { Icon } from '../shared/icons.tsx';
import { sizeText } from '../shared/numbers.ts';
import { Details } from './details.tsx';
import { PanelButtons } from './panel-buttons.tsx';
import type { PanelActions } from './panel-actions.ts';
import { Standing } from './standing.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { trusted } from './trusted.ts';

interface PanelProps {
  readonly view: CheckView;
  readonly media: Element | undefined;
  readonly actions: PanelActions;
  readonly onDragStart: (event: PointerEvent) => void;
}

/** The panel's content: what is checked, where the check stands, what the user can do, the details. */
export function Panel({ view, media, actions, onDragStart }: PanelProps): JSX.Element {
  const { read } = view;
  return (
    <>
      <header onPointerDown={onDragStart}>
        <Icon name="mark" size={18} />
        <span class="title">{translate('panelName')}</span>
        <button type="button" class="close" aria-label={translate('close')} onClick={trusted(actions.close)}>
          <Icon name="close" size={16} />
        </button>
      </header>
      {(read || media) && (
        <div class="subject">
          <Thumbnail media={media} />
          {read && (
            <span class="quiet">
              {formatText(read.type)} · {sizeText(read.sizeBytes)}
            </span>
          )}
        </div>
      )}
      <div class="standing" role="status">
        <Standing view={view} />
      </div>
      <PanelButtons view={view} actions={actions} />
      {read && <Details view={view} read={read} />}
    </>
  );
}
