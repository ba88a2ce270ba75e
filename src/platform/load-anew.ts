import { browser } from './browser.ts';
import { within } from './within.ts';

/** The browser answers in milliseconds; on a busy machine that takes longer, but not so long. Milliseconds. */
const ANSWER_LIMIT_MS = 5_000;

/** Says, in this tab alone, that its page was loaded anew for this. */
const WAS_LOADED_ANEW = 'was-loaded-anew';

/**
 * Loads one of the extension's own pages anew, once, where the browser answers nothing that it asks: a page that Chromium (156) opens
 * while it is just starting the extension was seen to stay so. Nothing can have been typed by then, since the page knows nothing yet.
 */
export async function loadAnewIfUnanswered(): Promise<void> {
  if (await within(ANSWER_LIMIT_MS, browser.runtime.getPlatformInfo())) {
    sessionStorage.removeItem(WAS_LOADED_ANEW);
    return;
  }
  if (sessionStorage.getItem(WAS_LOADED_ANEW)) return;
  sessionStorage.setItem(WAS_LOADED_ANEW, 'yes');
  location.reload();
}
