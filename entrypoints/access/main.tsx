import { Access } from '../../src/pages/access/access.tsx';
import { startPage } from '../../src/pages/shared/start-page.tsx';

startPage('accessTitle', <Access />);
