import type { JSX } from 'preact';
import type { FirmnessView } from '../protocol/panel-view.ts';

/** How firm a verdict is: in words, and each version as a dot on the scale, whose name and number are seen where it is pointed at. */
export function FirmnessStrip({ words, versions }: FirmnessView): JSX.Element {
  return (
    <>
      <p>{words}</p>
      <ul class="strip">
        {versions.map(
          ({ words: name, fraction }) =>
            fraction !== undefined && (
              <li key={name} style={{ marginInlineStart: `${fraction * 100}%` }}>
                <button type="button" class="icon" aria-label={name} />
              </li>
            ),
        )}
      </ul>
    </>
  );
}
