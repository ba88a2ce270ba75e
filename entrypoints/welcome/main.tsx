import { startPageScript } from '../../src/page/panel/page-script.ts';
import { startPage } from '../../src/pages/shared/start-page.tsx';
import { Welcome } from '../../src/pages/welcome/welcome.tsx';

startPage('welcomeTitle', <Welcome />);
// No browser injects scripts into an extension's own pages: this one brings along what shows the panel.
startPageScript();
