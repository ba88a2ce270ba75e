import { startPageScript } from '../../src/ui/panel/page-script.ts';
import { startPage } from '../../src/ui/shared/start-page.tsx';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';

startPage('welcomeTitle', <Welcome />);
// No browser injects scripts into an extension's own pages: this one brings along what shows the panel.
startPageScript();
