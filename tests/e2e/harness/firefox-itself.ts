import type { Page } from 'puppeteer-core';

/** Evaluates an expression with the rights of Firefox itself, for which there is `Services`; leaves the tab empty. */
export async function evaluateInFirefoxItself(page: Page, expression: string): Promise<unknown> {
  await page.goto('about:blank'); // As `goToOwnPage` does, from a page that may have a panel.
  await page.goto('about:about', { waitUntil: [] }); // The debugger waits without end for such a page to have loaded.
  const value = await page.evaluate(expression);
  await page.goto('about:blank');
  return value;
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
