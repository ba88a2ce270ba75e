import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { Icon } from '../../core/view/icons.tsx';
import { trusted } from '../../core/view/trusted.ts';

interface BoxHeadProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDragStart?: (event: PointerEvent) => void;
}

/** The head of a box of ours in a page (box.css): whose it is, and the button that closes it. */
export function BoxHead({ name, onClose, onDragStart }: BoxHeadProps): JSX.Element {
  return (
    <header onPointerDown={onDragStart}>
      <Icon name="mark" size={18} />
      <span class="title">{name}</span>
      <button type="button" class="icon" aria-label={translate('close')} onClick={trusted(onClose)}>
        <Icon name="close" size={16} />
      </button>
    </header>
  );
}
