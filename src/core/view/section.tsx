import type { ComponentChildren, JSX } from 'preact';
import type { FileMetadataView } from '../protocol/panel-view.ts';
import { Claims } from './claims.tsx';
import { Facts, Lines } from './facts.tsx';

interface SectionProps extends FileMetadataView {
  readonly children?: ComponentChildren;
}

/** A part of a check that can be folded: sentences, then names and values, each in a direction of its own, then what can be done with it. */
export function Section({ title, lines, claims, facts, isOpen, children }: SectionProps): JSX.Element {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <Lines lines={lines} />
      {claims && <Claims {...claims} />}
      <Facts facts={facts} />
      {children}
    </details>
  );
}
