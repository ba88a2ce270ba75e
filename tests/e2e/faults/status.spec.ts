import { defineFaultTests } from './fault-test.ts';
import { STATUS_FAULTS } from './status-faults.ts';

defineFaultTests(STATUS_FAULTS);
