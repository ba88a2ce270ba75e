import { ANSWER_FAULTS } from '../../faults/answer-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(ANSWER_FAULTS, [
  'image: 200 with an empty body',
  'page: 200 with 100 MB of JSON', // The reading is stopped.
  'image: 200 with bytes that are no text', // Text as `XMLHttpRequest` tells it.
  'image: 200 with no confidence', // A verdict without a number in the panel.
]);
