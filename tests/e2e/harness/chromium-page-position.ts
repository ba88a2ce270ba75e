import type { Frame, Page } from '@playwright/test';
import { centreOf, commonPart, type Point } from './geometry.ts';
import { steadyBox } from './steady-box.ts';

/**
 * Where the top left corner of a page's viewport is on the display. The viewport is the bottom left part of its window:
 * tabs, address bar and info bars are all above it. Assumes a device scale factor of 1 and no side panel; knows page zoom.
 */
export async function viewportOrigin(page: Page): Promise<Point> {
  return page.evaluate(() => ({
    x: window.screenX,
    y: window.screenY + window.outerHeight - Math.round(window.innerHeight * window.devicePixelRatio),
  }));
}

/** Where the top left corner of a frame's content is in the viewport of its page. */
export async function frameOrigin(frame: Frame): Promise<Point> {
  if (frame.parentFrame() === null) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`the frame ${frame.url()} is not shown`);
  const inset = await element.evaluate((node) => {
    const style = getComputedStyle(node instanceof Element ? node : document.documentElement);
    const pixels = (value: string) => Number.parseFloat(value);
    return {
      x: pixels(style.borderLeftWidth) + pixels(style.paddingLeft),
      y: pixels(style.borderTopWidth) + pixels(style.paddingTop),
    };
  });
  return { x: box.x + inset.x, y: box.y + inset.y };
}

/**
 * The centre of a page element on the display, for a real mouse, once it is at rest; of one that is larger than its window, of what can be
 * seen of it. Scrolls the element into view.
 */
export async function screenCentreOf(page: Page, selector: string, frame: Frame = page.mainFrame()): Promise<Point> {
  const element = frame.locator(selector);
  await element.scrollIntoViewIfNeeded();
  const box = await steadyBox(selector, async () => {
    const [origin, view, whole] = [
      await viewportOrigin(page),
      await page.evaluate(() => ({ x: 0, y: 0, width: innerWidth, height: innerHeight })),
      await element.boundingBox(),
    ];
    if (!whole) return undefined;
    const seen = commonPart(whole, view);
    return { ...seen, x: origin.x + seen.x, y: origin.y + seen.y };
  });
  return centreOf(box);
}
