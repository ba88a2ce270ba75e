import { Popup } from '../../src/ui/popup/popup.tsx';
import { startPage } from '../../src/ui/shared/start-page.tsx';

startPage('extensionShortName', <Popup />);
