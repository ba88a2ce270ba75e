import { SLOW_ANSWER_FAULTS } from '../../faults/slow-answer-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(SLOW_ANSWER_FAULTS);
