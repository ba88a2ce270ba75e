import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './native-test.ts';

test('all images of a page are checked by the keyboard, in one request, and badged @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes(pageOfPictures(4));
  await user.signIn();
  const page = await user.visit(pages.origin);
  const tree = chromiumPageTree(page, desktop);
  await (await tree.waitForRole('heading', 'Pictures')).click();
  await desktop.input.key('alt+shift+k');
  const pill = panelIn(tree, 'BitMind page check');
  await pill.press('Check 4 images');
  await pill.waitForLine('4 checked: 4 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([4]);
  const [badge] = await tree.waitForCount(4, 'button', /% · Likely not AI-generated$/);
  await badge?.click();
  await panelIn(tree).waitForLine('Likely not AI-generated');
});
