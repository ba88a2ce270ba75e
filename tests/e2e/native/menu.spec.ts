import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './native-test.ts';

test('with the option, the menu has exactly one item on everything, and none of it without @quick', async ({
  pages,
  user,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const itemsOn = async (element: string) => {
    const page = await user.visit(pages.origin);
    const menu = await openContextMenu(desktop, await screenCentreOf(page, element));
    await menu.dismiss();
    return menu.items.filter((item) => item.includes('BitMind'));
  };
  for (const isOn of [true, false]) {
    await user.setMenuEverywhere(isOn);
    const items = { heading: await itemsOn('h1'), image: await itemsOn('#image') };
    expect(items).toEqual({ heading: isOn ? ['Check with BitMind'] : [], image: ['Check with BitMind'] });
  }
});
