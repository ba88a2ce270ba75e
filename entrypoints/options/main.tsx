import { Options } from '../../src/pages/options/options.tsx';
import { startPage } from '../../src/pages/shared/start-page.tsx';

startPage('optionsTitle', <Options />);
