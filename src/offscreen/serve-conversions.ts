import type { Browser } from '../core/browser/browser.ts';
import { errorDataOf } from '../core/errors/app-error.ts';
import { logFault } from '../core/log.ts';
import { CONVERSION_PORT_PREFIX, type FromConverter, type ToConverter } from '../core/protocol/conversion-port.ts';
import type { ConversionWatch, ConvertedVideo } from '../core/protocol/document-work.ts';
import type { PortServer } from '../core/protocol/offscreen-port.ts';

/** Converts videos for the background, in the offscreen document, until it closes the port. */
export function serveConversions(
  convert: (file: Blob, name: string, watch: ConversionWatch) => Promise<ConvertedVideo>,
): PortServer {
  function serve(port: Browser.runtime.Port): void {
    const gone = new AbortController();
    port.onDisconnect.addListener(() => gone.abort());
    const tell = (message: FromConverter) => {
      if (!gone.signal.aborted) port.postMessage(message);
    };
    const watch = { signal: gone.signal, onProgress: (fraction: number) => tell({ type: 'progress', fraction }) };
    port.onMessage.addListener(async ({ file, name: container }: ToConverter) => {
      try {
        tell({ type: 'done', converted: await convert(file, container, watch) });
      } catch (error) {
        if (gone.signal.aborted) return; // Nobody waits for it any more.
        logFault(error);
        tell({ type: 'failed', error: errorDataOf(error) });
      }
    });
  }

  return { prefix: CONVERSION_PORT_PREFIX, serve };
}
