import { browser } from '../../core/browser/browser.ts';
import type { Frame } from './inject-scripts.ts';

/**
 * The origins of the frames and the page around a frame, from the inside out, as the browser tells them in it. None where no script may
 * run in it, or in a browser that does not tell.
 */
export async function frameAncestors({ tabId, frameId }: Frame): Promise<readonly string[]> {
  if (frameId === 0) return [];
  try {
    const [told] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: () => [...(location.ancestorOrigins ?? [])],
      injectImmediately: true,
    });
    const origins: unknown = told?.result;
    return Array.isArray(origins) ? origins.filter((origin) => typeof origin === 'string') : [];
  } catch {
    return []; // The browser says no with an exception, and in words that differ between browsers.
  }
}
