import { ANSWER_FAULTS } from './answer-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(ANSWER_FAULTS);
