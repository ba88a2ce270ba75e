import { startPage } from '../../src/pages/shared/start-page.tsx';
import { SidePanel } from '../../src/pages/side-panel/side-panel.tsx';

startPage('extensionShortName', <SidePanel />);
