import type { Page } from 'puppeteer-core';

/** What the code below finds where it runs, in a page with the rights of Firefox itself. */
declare const Services: {
  readonly wm: {
    getMostRecentWindow(type: 'navigator:browser'): { readonly gUnifiedExtensions: { readonly panel: Element } };
  };
};

/**
 * Has Firefox make the panel of its button "Extensions", as the first click on the button does. An extension that is
 * installed over itself before that leaves the view of its popup behind (153); installed over itself once more, its popup
 * opens every second time alone.
 */
export async function makeExtensionsPanel(page: Page): Promise<void> {
  // The debugger waits without end for such a page to have loaded.
  await page.goto('about:about', { waitUntil: 'networkidle0' });
  const id = await page.evaluate(
    () => Services.wm.getMostRecentWindow('navigator:browser').gUnifiedExtensions.panel.id,
  );
  if (id === '') throw new Error('Firefox has no panel of extensions');
  await page.goto('about:blank');
}
