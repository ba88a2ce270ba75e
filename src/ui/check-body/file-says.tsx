import type { JSX } from 'preact';
import type { MarksView } from '../../messaging/panel-view.ts';
import { NameValues } from './name-values.tsx';

/** What the file says about itself: evidence of another kind than the verdict, and set apart from it. */
export function FileSays({ marks: { title, lines, facts, manifest } }: { readonly marks: MarksView }): JSX.Element {
  return (
    <aside class="file-says" aria-label={title}>
      <h3>{title}</h3>
      {lines.map(({ words, tone }) => (
        <p key={words} class={tone}>
          {words}
        </p>
      ))}
      {facts.length > 0 && <NameValues pairs={facts} />}
      {manifest && (
        <details>
          <summary>{manifest.name}</summary>
          <pre>{manifest.text}</pre>
        </details>
      )}
    </aside>
  );
}
