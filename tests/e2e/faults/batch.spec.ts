import { BATCH_FAULTS } from '../../faults/batch-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(BATCH_FAULTS);
