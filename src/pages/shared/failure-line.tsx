import type { JSX } from 'preact';
import './failure-line.css';

/** Where the sentence of an error appears, and is announced. */
export function FailureLine({ failure }: { readonly failure: string | undefined }): JSX.Element {
  return (
    <div class="failure" aria-live="polite">
      {failure && <p class="failed">{failure}</p>}
    </div>
  );
}
