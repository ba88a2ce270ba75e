import { uploadBody } from '../../src/background/service/file-form.ts';
import { sendByXhr } from '../../src/core/browser/send-by-xhr.ts';
import { acceptPorts } from '../../src/core/protocol/offscreen-port.ts';
import type { ToOffscreen } from '../../src/core/protocol/protocol.ts';
import { receiveFromBackground } from '../../src/core/protocol/receive-in-page.ts';
import { askFileMetadataWorker } from '../../src/offscreen/file-metadata/ask-metadata-worker.ts';
import { loadConverter } from '../../src/offscreen/mp4/converter.ts';
import { rasteriseSvg } from '../../src/offscreen/rasterise-svg.ts';
import { serveConversions } from '../../src/offscreen/serve-conversions.ts';
import { serveUploads } from '../../src/offscreen/serve-uploads.ts';

// What Chromium's service worker cannot do: for want of a document, or because it ends while an answer is waited for.
receiveFromBackground<ToOffscreen>({
  readFileMetadata: askFileMetadataWorker,
  rasterise: ({ svg }) => rasteriseSvg(svg),
  expectPort: acceptPorts([
    serveConversions(async (file, name, watch) => (await loadConverter())(file, name, watch)),
    serveUploads((order, watch) => sendByXhr(order, uploadBody(order), watch)),
  ]),
});
