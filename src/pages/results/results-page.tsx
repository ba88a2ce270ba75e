import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { loadedLater } from '../shared/loaded-later.tsx';
import '../../core/view/check-body.css'; // Of what is loaded later: page.css goes over it.
import '../shared/page.css';

const Results = loadedLater(async () => (await import('./results.tsx')).Results, <ResultsHead />);

/** The page of all results. Its head is there at once, as it is while they are read. */
export function ResultsPage(): JSX.Element {
  return <Results />;
}

function ResultsHead(): JSX.Element {
  return (
    <main>
      <div class="title-line">
        <h1>{translate('resultsTitle')}</h1>
      </div>
      <p>{translate('resultsLoading')}</p>
    </main>
  );
}
