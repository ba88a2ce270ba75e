import { SLOW_ANSWER_FAULTS } from '../../faults/slow-answer-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(SLOW_ANSWER_FAULTS, [
  'image: an answer after 5 minutes: too slow', // An upload is aborted.
  'page: an answer after 5 minutes: in time', // A worker that waits so long is not ended.
  'video: an answer without an end',
  'image: an answer in drops, in time',
  'page: an answer in drops, too slow',
]);
