import { Results } from '../../src/ui/results/results.tsx';
import { startPage } from '../../src/ui/shared/start-page.tsx';

startPage('resultsTitle', <Results />);
