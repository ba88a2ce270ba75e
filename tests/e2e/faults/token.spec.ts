import { TOKEN_FAULTS } from '../../faults/token-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(TOKEN_FAULTS, [
  'image: token endpoint: 500, twice', // Repeats of `fetch`.
  'image: token endpoint: reset before headers', // How `fetch` fails, in the browser's own words.
  'image: token endpoint: reset in the middle of the answer',
  'image: token endpoint: no answer', // `fetch` is stopped.
  'image: token endpoint: an answer without an end', // The reading of a body is stopped.
  'image: token endpoint: 200 with 100 MB',
  'image: token endpoint: 200 with a token that no header can hold',
  'image: token endpoint: a redirection in a loop', // What `fetch` makes of a redirection that it does not follow.
  'image: token endpoint: a redirection to another origin',
]);
