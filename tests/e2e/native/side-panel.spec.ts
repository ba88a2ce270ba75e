import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './native-test.ts';

test('the side panel opens by its key, by the pill and by a badge, checks the page in front, and is used by keys @quick', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes(pageOfPictures(3));
  await user.signIn();
  const page = await user.visit(pages.origin);
  await desktop.input.click(await screenCentreOf(page, 'h1')); // A window without a click has no keyboard.
  await desktop.input.key('alt+shift+l');
  const panel = firefoxPageTree(desktop, 'Check with BitMind'); // Playwright does not see it; the bus does.
  const { press } = panelIn(panel);
  await press('Check images on this page');
  await press('Check 3 images');
  await panel.waitForRole('button', '3 likely not AI-generated'); // The run has ended, and nothing moves the list any more.
  const rows = await panel.waitForCount(3, 'button', /^Likely not AI-generated · 4% · news\.example/);
  expect(sandbox.requests('/batch_image')).toHaveLength(1);
  await panel.waitForRole('button', '3 likely not AI-generated'); // What came out is above the rows, and moves them.
  await rows[0]?.click();
  await panel.waitForRole('button', 'Back');
  await desktop.input.key('a');
  await desktop.input.key('Escape');
  await panel.waitForCount(3, 'button', /^Likely not AI-generated/);
  await desktop.input.key('alt+shift+l');
  await expect.poll(() => panel.findByRole('button', /^Likely not AI-generated/)).toEqual([]);
  const pill = panelIn(chromiumPageTree(page, desktop), 'BitMind page check');
  await pill.press('Side panel');
  await panel.waitForCount(3, 'button', /^Likely not AI-generated/);
  await desktop.input.key('alt+shift+l');
  await expect.poll(() => panel.findByRole('button', /^Likely not AI-generated/)).toEqual([]);
  const inPage = chromiumPageTree(page, desktop);
  const [badge] = await inPage.waitForCount(3, 'button', /% · Likely not AI-generated$/);
  await badge?.click();
  const ways = await inPage.waitForCount(2, 'button', 'Side panel'); // The pill has the other, at the foot of the page.
  const places = await Promise.all(ways.map(async (way) => ({ way, ...(await way.box()) })));
  await places.toSorted((one, other) => one.y - other.y)[0]?.way.click();
  await panel.waitForRole('button', 'Agree');
});
