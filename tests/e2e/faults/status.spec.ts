import { STATUS_FAULTS } from '../../faults/status-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(STATUS_FAULTS);
