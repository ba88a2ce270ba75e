import type { JSX } from 'preact';
import type { MarksView } from '../../messaging/panel-view.ts';

/** A part of a check that can be folded: sentences, then names and values, each in a direction of its own. */
export function Section({ title, lines, facts, isOpen }: MarksView & { readonly isOpen?: boolean }): JSX.Element {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {lines.map(({ words, tone }) => (
        <p key={words} class={tone}>
          {words}
        </p>
      ))}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
