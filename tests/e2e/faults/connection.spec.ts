import { CONNECTION_FAULTS } from './connection-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(CONNECTION_FAULTS);
