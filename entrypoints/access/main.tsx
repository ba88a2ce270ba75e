import { Access } from '../../src/ui/access/access.tsx';
import { startPage } from '../../src/ui/shared/start-page.tsx';

const { searchParams } = new URL(location.href);
startPage(
  'accessTitle',
  <Access origin={searchParams.get('origin') ?? ''} checkId={searchParams.get('check') ?? ''} />,
);
