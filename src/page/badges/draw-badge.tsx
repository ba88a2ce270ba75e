import { render } from 'preact';
import type { BadgeView } from '../../core/protocol/page-run-view.ts';
import { Icon } from '../../core/view/icons.tsx';

/** Draws a badge into its button: an icon, and words that are shown when it is hovered or has the focus. */
export function drawBadge(button: HTMLButtonElement, { words, tone }: BadgeView): void {
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
