import { startPage } from '../../src/pages/shared/start-page.tsx';
import { Welcome } from '../../src/pages/welcome/welcome.tsx';

startPage('welcomeTitle', <Welcome />);
