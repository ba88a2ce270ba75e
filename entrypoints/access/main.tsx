import { accessQuestion } from '../../src/core/browser/own-pages.ts';
import { Access } from '../../src/pages/access/access.tsx';
import { startPage } from '../../src/pages/shared/start-page.tsx';

startPage('accessTitle', <Access {...accessQuestion()} />);
