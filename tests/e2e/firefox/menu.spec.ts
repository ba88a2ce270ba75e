import { screenCentreInFirefox } from '../harness/firefox.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

test('with the option, the menu has exactly one item on everything', async ({ firefox, pages, user, desktop }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await firefox.page.goto(`${firefox.extensionOrigin}/options.html`, { waitUntil: 'networkidle0' });
  await firefox.page.locator('section[aria-labelledby="checking-title"] input[type=checkbox]').click();
  // A page that is left while it is writing may not come to its end.
  await firefox.page.waitForFunction(
    `browser.storage.local.get('settings').then(({ settings }) => settings?.isMenuEverywhere === true)`,
  );
  const page = await user.visit(pages.origin);
  for (const element of ['h1', '#image']) {
    const point = await screenCentreInFirefox(page, element);
    const ownItems = async () => {
      const menu = await openContextMenu(desktop, point);
      await menu.dismiss();
      return menu.items.filter((item) => item.includes('BitMind'));
    };
    // The background hears of the option, and tells the browser.
    await expect.poll(ownItems).toEqual(['Check with BitMind']);
  }
});
