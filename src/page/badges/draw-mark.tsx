import { render } from 'preact';
import { Icon } from '../../core/parts/icons.tsx';
import type { MarkView } from '../../core/protocol/page-run-view.ts';

/** Draws a mark into its button: an icon, and words that are shown when it is hovered or has the focus. */
export function drawMark(button: HTMLButtonElement, { words, tone }: MarkView): void {
  button.className = tone;
  button.setAttribute('aria-label', words);
  render(
    <>
      <Icon name={tone} size={14} />
      <span aria-hidden="true">{words}</span>
    </>,
    button,
  );
}
