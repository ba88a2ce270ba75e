import type { ComponentChildren, JSX } from 'preact';
import type { FileMetadataView } from '../protocol/panel-view.ts';

interface SectionProps extends FileMetadataView {
  readonly children?: ComponentChildren;
}

/** A part of a check that can be folded: sentences, then names and values, each in a direction of its own, then what can be done with it. */
export function Section({ title, lines, facts, isOpen, children }: SectionProps): JSX.Element {
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
      {children}
    </details>
  );
}
