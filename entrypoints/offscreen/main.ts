import type { ToOffscreen } from '../../src/core/protocol/protocol.ts';
import { receiveFromBackground } from '../../src/core/protocol/receive-in-page.ts';
import { serveJobs } from '../../src/offscreen/serve-jobs.ts';
import { workHere } from '../../src/offscreen/work-here.ts';

// What Chromium's service worker cannot do: for want of a document, or because it ends while an answer is waited for.
receiveFromBackground<ToOffscreen>({
  readFileMetadata: workHere.readFileMetadata,
  rasterise: ({ svg }) => workHere.rasterise(svg),
  expectPort: serveJobs(workHere),
});
