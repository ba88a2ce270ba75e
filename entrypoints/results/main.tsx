import { ResultsPage } from '../../src/pages/results/results-page.tsx';
import { startPage } from '../../src/pages/shared/start-page.tsx';

startPage('resultsTitle', <ResultsPage />);
