import { uploadBody } from '../../src/background/service/file-form.ts';
import { sendByXhr } from '../../src/core/browser/send-by-xhr.ts';
import { acceptPorts } from '../../src/core/protocol/offscreen-port.ts';
import type { ToOffscreen } from '../../src/core/protocol/protocol.ts';
import { receiveFromBackground } from '../../src/core/protocol/receive-in-page.ts';
import { serveConversions } from '../../src/offscreen/serve-conversions.ts';
import { serveUploads } from '../../src/offscreen/serve-uploads.ts';
import { workHere } from '../../src/offscreen/work-here.ts';

// What Chromium's service worker cannot do: for want of a document, or because it ends while an answer is waited for.
receiveFromBackground<ToOffscreen>({
  readFileMetadata: workHere.readFileMetadata,
  rasterise: ({ svg }) => workHere.rasterise(svg),
  expectPort: acceptPorts([
    serveConversions(workHere.convertVideo),
    serveUploads((order, watch) => sendByXhr(order, uploadBody(order), watch)),
  ]),
});
