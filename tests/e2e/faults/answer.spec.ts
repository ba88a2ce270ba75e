import { ANSWER_FAULTS } from '../../faults/answer-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(ANSWER_FAULTS);
