import type { ToOffscreen } from '../core/protocol/protocol.ts';
import { receiveFromBackground } from '../core/protocol/receive-in-page.ts';
import { drawElsewhere } from './drawing/draw-elsewhere.ts';
import { serveJobs } from './serve-jobs.ts';
import { workHere } from './work-here.ts';

/** Does what Chromium's service worker cannot: for want of a document, or because it ends while an answer is waited for. */
export function startOffscreen(): void {
  receiveFromBackground<ToOffscreen>({
    readFileMetadata: workHere.readFileMetadata,
    expectPort: serveJobs({ ...workHere, ...drawElsewhere }),
  });
}
