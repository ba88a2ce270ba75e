import { Options } from '../../src/ui/options/options.tsx';
import { startPage } from '../../src/ui/shared/start-page.tsx';

startPage('optionsTitle', <Options />);
