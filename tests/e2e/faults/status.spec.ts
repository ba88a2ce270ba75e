import { STATUS_FAULTS } from '../../faults/status-faults.ts';
import { defineFaultTests } from './fault-test.ts';

defineFaultTests(STATUS_FAULTS, [
  'page: 400, always', // The files of a request are sent again in smaller ones.
  'image: 401, once', // A token by `fetch` of the worker, the media by `XMLHttpRequest` of the document.
  'videos: 403, always', // A request of several comes to several of one.
  'image: 408, always', // After which Chromium itself would send again.
  'image: 429, with seconds, then as usual', // A pause, counted down in the panel.
  'page: 503 with Retry-After of 12 s, then as usual', // The same in the status of a page.
  'image: 429, with a date of a clock that is a day ahead, then as usual', // Headers as `XMLHttpRequest` tells them.
  'video: 500, always', // Repeats, each a job of the document's.
  'image: 204, always', // Without a body.
]);
