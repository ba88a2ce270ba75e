import { screenCentreInFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { photograph, photographPage } from '../image-pages.ts';
import { menuEverywhereShown } from '../menu-everywhere.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './firefox-test.ts';
import { tickMenuEverywhere } from './tick-menu-everywhere.ts';

const COVERED = `<!doctype html><title>A page</title><h1>Words</h1><div style="position:relative;width:300px">
  <img id="image" src="/photo.jpg" width="300" alt="A"><a id="cover" href="#" style="position:absolute;inset:0"></a></div>`;

test('the keyboard command checks the picture under the pointer @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({ '/': { body: COVERED }, '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await desktop.input.click(await screenCentreInFirefox(page, 'h1'));
  await desktop.input.moveTo(await screenCentreInFirefox(page, '#image'));
  await desktop.input.key('alt+shift+m');
  await panelIn(firefoxPageTree(desktop)).waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
});

test('with the menu everywhere, the browser says what was clicked, on sites without a permission too', async ({
  user,
  firefox,
  pages,
  sandbox,
  desktop,
}) => {
  const shown = (name: string) =>
    `<div id="${name}" style="width:300px;height:150px;background:url(/${name}.jpg)"></div>`;
  pages.setRoutes({
    '/': { body: `<!doctype html><title>A page</title>${shown('one')}${shown('two')}` },
    '/one.jpg': { status: 404 },
    '/two.jpg': photographPage(),
  });
  await user.signIn();
  await tickMenuEverywhere(firefox);
  await menuEverywhereShown(firefox.page, { desktop, spot: await screenCentreInFirefox(firefox.page, 'h1') });
  await user.visit(pages.origin);
  const panel = await user.check('#two');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
});
