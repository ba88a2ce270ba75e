import { type ClickedImage, findImage } from '../../media/find-image.ts';
import { onScreen } from '../../media/on-screen.ts';
import { readInPage } from '../../media/read-in-page.ts';
import type { ToPage } from '../../messaging/protocol.ts';
import { receiveFromBackground } from '../../messaging/receive-in-page.ts';
import { type OpenPanel, openPanel } from './open-panel.tsx';

/** The smallest frame that holds a panel, in CSS pixels. */
const SMALLEST_FRAME = { width: 336, height: 240 };

/** Longest time the panel is out of the picture, in milliseconds. */
const UNSEEN_LIMIT_MS = 5_000;

/** A page in front is painted well within this, in milliseconds. */
const PAINT_LIMIT_MS = 500;

interface Remembered {
  readonly clicked: ClickedImage;
  readonly element: Element | undefined;
}

/** Everything the extension does in a page, on the background's word: find the media, read it, show the panel. */
export function startPageScript(): void {
  const checks = new Map<string, Remembered>();
  let panel: OpenPanel | undefined;

  receiveFromBackground<ToPage>({
    openPanel({ view, media: clicked }) {
      const element = findImage(clicked);
      checks.set(view.checkId, { clicked, element });
      // In an SVG or XML document nothing of HTML is drawn.
      if (!(document.documentElement instanceof HTMLElement)) return false;
      const isRoomy = innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height;
      if (!isRoomy && window !== window.top) return false;
      panel?.close();
      panel = openPanel(view, element);
      return true;
    },
    async readMedia({ checkId }) {
      const media = checks.get(checkId);
      return media ? readInPage(media.clicked.url, media.element) : { unreadable: true };
    },
    async prepareCapture({ checkId }) {
      const media = checks.get(checkId);
      const element = media?.element?.isConnected ? media.element : media && findImage(media.clicked);
      if (!element) return undefined;
      panel?.setSeen(false);
      setTimeout(() => panel?.setSeen(true), UNSEEN_LIMIT_MS); // Should the background end before it says so.
      await painted();
      return onScreen(element);
    },
    finishCapture() {
      panel?.setSeen(true);
      return undefined;
    },
  });
}

/**
 * Resolves when the browser has painted the page as it is now: the second frame begins after the first was drawn. A page
 * that is not in front is not painted; the capture then finds that out.
 */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAINT_LIMIT_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
