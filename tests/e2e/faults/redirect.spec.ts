import { REDIRECT_FAULTS } from '../../faults/redirect-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(REDIRECT_FAULTS);
