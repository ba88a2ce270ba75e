import { uploadBody } from '../../src/bitmind/file-form.ts';
import { askMarksWorker } from '../../src/media/marks/ask-marks-worker.ts';
import { rasteriseSvg } from '../../src/media/rasterise-svg.ts';
import { loadConverter } from '../../src/media/video/converter.ts';
import { acceptPorts } from '../../src/messaging/offscreen-port.ts';
import type { ToOffscreen } from '../../src/messaging/protocol.ts';
import { receiveFromBackground } from '../../src/messaging/receive-in-page.ts';
import { serveConversions } from '../../src/messaging/serve-conversions.ts';
import { serveUploads } from '../../src/messaging/serve-uploads.ts';
import { sendByXhr } from '../../src/platform/send-by-xhr.ts';

// What Chromium's service worker cannot do: for want of a document, or because it ends while an answer is waited for.
receiveFromBackground<ToOffscreen>({
  readMarks: askMarksWorker,
  rasterise: ({ svg }) => rasteriseSvg(svg),
  expectPort: acceptPorts([
    serveConversions(async (file, name, watch) => (await loadConverter())(file, name, watch)),
    serveUploads((order, watch) => sendByXhr(order, uploadBody(order), watch)),
  ]),
});
