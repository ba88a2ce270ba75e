import { browser } from '../../core/browser/browser.ts';
import type { Frame } from './inject-scripts.ts';

/**
 * The origins of a frame and of what is around it, from the inside out, as the browser tells them in it. None where no script may run in
 * it; in a browser that does not tell of those around, its own alone.
 */
export async function frameOrigins({ tabId, frameId }: Frame): Promise<readonly string[]> {
  try {
    const [told] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: () => [window.origin, ...(location.ancestorOrigins ?? [])],
      injectImmediately: true,
    });
    const origins: unknown = told?.result;
    return Array.isArray(origins) ? origins.filter((origin) => typeof origin === 'string') : [];
  } catch {
    return []; // The browser says no with an exception, and in words that differ between browsers.
  }
}
