import type { ComponentChildren, JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';

interface StepProps {
  readonly number: number;
  readonly title: MessageKey;
  readonly isDone: boolean;
  readonly children: ComponentChildren;
}

/** One step of the welcome page: its number, or a tick once it is done. */
export function Step({ number, title, isDone, children }: StepProps): JSX.Element {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>
        <span class={`number ${isDone ? 'done' : ''}`} aria-hidden="true">
          {isDone ? '✓' : number}
        </span>
        {translate(title)}
        {isDone && <span class="unseen"> ({translate('stepDone')})</span>}
      </h2>
      {children}
    </section>
  );
}
