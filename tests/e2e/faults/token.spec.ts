import { defineFaultTests } from './fault-test.ts';
import { TOKEN_FAULTS } from './token-faults.ts';

defineFaultTests(TOKEN_FAULTS);
