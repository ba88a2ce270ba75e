import { defineFaultTests } from './fault-test.ts';
import { REDIRECT_FAULTS } from './redirect-faults.ts';

defineFaultTests(REDIRECT_FAULTS);
