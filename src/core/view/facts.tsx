import type { JSX } from 'preact';
import type { FileMetadataView, SaidLine } from '../protocol/panel-view.ts';

/** Sentences, one below the other. */
export function Lines({ lines }: { readonly lines: readonly SaidLine[] }): JSX.Element {
  return (
    <>
      {lines.map(({ words, tone }) => (
        <p key={words} class={tone}>
          {words}
        </p>
      ))}
    </>
  );
}

/** Names and values. Of several lines, a value is code: it has the whole width, and runs as code does in every language. */
export function Facts({ facts }: Pick<FileMetadataView, 'facts'>): JSX.Element {
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir={value.includes('\n') ? 'ltr' : undefined}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
