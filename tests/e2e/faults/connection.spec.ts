import { CONNECTION_FAULTS } from '../../faults/connection-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(CONNECTION_FAULTS);
