import { accessQuestion } from '../../src/platform/own-pages.ts';
import { Access } from '../../src/ui/access/access.tsx';
import { startPage } from '../../src/ui/shared/start-page.tsx';

startPage('accessTitle', <Access {...accessQuestion()} />);
