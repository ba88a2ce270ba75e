import { CONNECTION_FAULTS } from '../../faults/connection-faults.ts';
import { defineFaultTests } from './fault-test.ts';

// In Node each is tried of each kind.
defineFaultTests(CONNECTION_FAULTS, [
  'image: connection refused, and back for "Try again"',
  'videos: connection refused, all the time',
  'image: reset before headers, always',
  'page: reset before headers, once',
  'video: reset in the middle of the answer, always',
  'image: reset in the middle of the answer, once',
  'page: reset in the middle of the upload, always',
  'video: reset in the middle of the upload, once',
]);
