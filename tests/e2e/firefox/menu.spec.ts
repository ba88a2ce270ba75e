import { screenCentreInFirefox } from '../harness/firefox.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { menuEverywhereShown } from '../menu-everywhere.ts';
import { expect, test } from './firefox-test.ts';
import { tickMenuEverywhere } from './tick-menu-everywhere.ts';

test('with the option, the menu has exactly one item on everything @quick', async ({
  firefox,
  pages,
  user,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await tickMenuEverywhere(firefox);
  await menuEverywhereShown(firefox.page, { desktop, spot: await screenCentreInFirefox(firefox.page, 'h1') });
  const page = await user.visit(pages.origin);
  for (const element of ['h1', '#image']) {
    const menu = await openContextMenu(desktop, await screenCentreInFirefox(page, element));
    await menu.dismiss();
    expect(menu.items.filter((item) => item.includes('BitMind'))).toEqual(['Check with BitMind']);
  }
});
