import { TOKEN_FAULTS } from '../../faults/token-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(TOKEN_FAULTS);
