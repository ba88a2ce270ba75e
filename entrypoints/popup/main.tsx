import { Popup } from '../../src/pages/popup/popup.tsx';
import { startPage } from '../../src/pages/shared/start-page.tsx';

startPage('extensionShortName', <Popup />);
