import { browser } from '../../core/browser/browser.ts';
import { within } from '../within.ts';

/** A page that works answers well within this, in milliseconds. */
const PAGE_LIMIT_MS = 1_000;

/**
 * The origins of the images in the top page of a tab, as that page has it: web origins and nothing else. None where no script may run.
 * Nothing is left in the page.
 */
export async function imageOrigins(tabId: number): Promise<readonly string[]> {
  const asked = browser.scripting
    .executeScript({ target: { tabId }, func: originsInPage, injectImmediately: true })
    .catch(() => undefined); // The browser says no with an exception.
  const [answer] = (await within(PAGE_LIMIT_MS, asked)) ?? [];
  const told: unknown = answer?.result;
  return Array.isArray(told) ? told.filter(isWebOrigin) : [];
}

/** Runs in the page: it has nothing but what is in it. */
function originsInPage(): readonly string[] {
  return [...new Set(Array.from(document.images, ({ currentSrc }) => URL.parse(currentSrc)?.origin ?? ''))];
}

function isWebOrigin(told: unknown): told is string {
  if (typeof told !== 'string') return false;
  const url = URL.parse(told);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === told;
}
