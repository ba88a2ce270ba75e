import { BATCH_FAULTS } from '../../faults/batch-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(BATCH_FAULTS, [
  "page: a batch's answer shuffled",
  "page: a batch's answer short",
  "videos: a batch's answer with an error item",
]);
