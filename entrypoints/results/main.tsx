import { Results } from '../../src/pages/results/results.tsx';
import { startPage } from '../../src/pages/shared/start-page.tsx';

startPage('resultsTitle', <Results />);
