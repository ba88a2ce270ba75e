import type { Page } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

type Evaluate = (expression: string) => Promise<unknown>;

/** Evaluates expressions with the rights of Firefox itself, for which there is `Services`; leaves the tab empty. */
async function inFirefoxItself<T>(page: Page, use: (evaluate: Evaluate) => Promise<T>): Promise<T> {
  await page.goto('about:blank'); // As `goToOwnPage` does, from a page that may have a panel.
  await page.goto('about:about', { waitUntil: [] }); // The debugger waits without end for such a page to have loaded.
  const value = await use((expression) => page.evaluate(expression));
  await page.goto('about:blank');
  return value;
}

/** Evaluates one. */
export function evaluateInFirefoxItself(page: Page, expression: string): Promise<unknown> {
  return inFirefoxItself(page, (evaluate) => evaluate(expression));
}

/** The page that an extension opens once it is installed, among the tabs in front: "tab" in the expression. */
const WELCOME = `((act) => {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith('/welcome.html'));
  if (tab) act(gBrowser, tab);
  return tab !== undefined;
})`;

/** A Firefox that starts for the first time, beside another one, and installs an extension takes its time. Milliseconds. */
const FIRST_START_MS = 20_000;

/**
 * Waits for the page that the extension opens once it is installed; with `closeListed`, closes it: by that where the debugger has it
 * among its pages, else by Firefox itself, which is asked since the debugger is not always told of such a page (docs/browser-facts.md).
 */
export async function welcomed(page: Page, closeListed?: () => Promise<void>): Promise<void> {
  const look = async (evaluate: Evaluate) => ((await evaluate(`${WELCOME}(() => {})`)) === true ? true : undefined);
  await inFirefoxItself(page, (evaluate) =>
    waitFor('the welcome page', () => look(evaluate), { deadlineMs: FIRST_START_MS }),
  );
  if (!closeListed) return;
  await closeListed();
  await evaluateInFirefoxItself(page, `${WELCOME}((gBrowser, tab) => gBrowser.removeTab(tab))`);
}

/**
 * Has Firefox make the panel of its button "Extensions", as the first click on the button does. An extension that is
 * installed over itself before that leaves the view of its popup behind (153); installed over itself once more, its popup
 * opens every second time alone.
 */
export async function makeExtensionsPanel(page: Page): Promise<void> {
  const id = `Services.wm.getMostRecentWindow('navigator:browser').gUnifiedExtensions.panel.id`;
  if (!(await evaluateInFirefoxItself(page, id))) throw new Error('Firefox has no panel of extensions');
}
