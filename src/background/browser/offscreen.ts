import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';

/** The page of entrypoints/offscreen, which Chromium alone has. */
const PAGE = '/offscreen.html';

/** How long it stays after its last use: opening one takes a third of what a check costs, and the next is often near. Milliseconds. */
const LINGER_MS = 10_000;

let users = 0;
let isHeavy = false;
let opening: Promise<void> | undefined;
let closing: Promise<void> = Promise.resolve();
let lingering: ReturnType<typeof setTimeout> | undefined;

/** What is done in the document. */
interface JobWork {
  /** It takes so much memory that the document goes with it. */
  readonly isHeavy?: boolean;
}

/**
 * Runs `work` while the offscreen document is there: what Chromium's service worker lacks (images of SVG) is done in it. It
 * is closed some time after the last use, so that its memory goes. One left open by a background that ended is taken over.
 */
export async function withOffscreenDocument<T>(work: () => Promise<T>, kind: JobWork = {}): Promise<T> {
  users += 1;
  isHeavy ||= kind.isHeavy === true;
  clearTimeout(lingering);
  try {
    // One that is being closed is listed still, and answers nothing any more.
    opening ??= closing.then(open);
    await opening;
    return await work();
  } finally {
    users -= 1;
    if (users === 0) {
      opening = undefined; // Whether it is there still is looked at again.
      if (isHeavy) close();
      else lingering = setTimeout(close, LINGER_MS);
    }
  }
}

function close(): void {
  isHeavy = false;
  closing = browser.offscreen.closeDocument().catch(logFault);
}

async function open(): Promise<void> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (contexts.length > 0) return;
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['BLOBS', 'WORKERS'],
    justification:
      'Draws SVG images, reads the metadata of files in a worker and sends media, for which a service worker has no means or ends too soon.',
  });
}
