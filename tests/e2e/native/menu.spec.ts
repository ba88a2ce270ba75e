import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, freshTest as test } from './native-test.ts';

test('with the option, the menu has exactly one item on everything, and none of it without', async ({
  chromium,
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
  const option = async () => {
    const options = await user.visit(`chrome-extension://${chromium.extensionId}/options.html`);
    return options.getByLabel('Also show the menu where no image is detected');
  };
  await (await option()).check();
  expect(await itemsOn('h1')).toEqual(['Check with BitMind']);
  expect(await itemsOn('#image')).toEqual(['Check with BitMind']);
  await (await option()).uncheck();
  expect(await itemsOn('h1')).toEqual([]);
  expect(await itemsOn('#image')).toEqual(['Check with BitMind']);
});
