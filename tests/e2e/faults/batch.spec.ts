import { BATCH_FAULTS } from '../../faults/batch-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(BATCH_FAULTS, ["videos: a batch's answer with an error item"]);
