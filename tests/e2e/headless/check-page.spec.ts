import type { PageRequest } from '../../fixtures/serve-pages.ts';
import { waitForBadges } from '../badges-on-images.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { toolbarPopupText } from '../harness/toolbar-popup.ts';
import { numberedPicture, pageOfPictures } from '../many-pictures.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

test('101 images are sent in few requests, each image once', async ({ user, pages, sandbox }) => {
  pages.setRoutes(pageOfPictures(101));
  const pill = await user.checkPage(await user.visit(pages.origin));
  await pill.waitForLine('101 images found');
  expect(sandbox.requests()).toHaveLength(0);
  await pill.press('Check 101 images');
  await pill.waitForLine('101 checked: 101 likely not AI-generated');
  const sent = sandbox.requests('/batch_image').map(({ parts }) => parts?.length ?? 0);
  // How many there are goes by how fast a busy machine reads (group-sender.test.ts has its clock): no more than fit, and no single ones.
  expect(Math.max(...sent)).toBeLessThanOrEqual(50);
  expect(sum(sent)).toBe(101);
  expect(sandbox.requests('/image')).toHaveLength(0);
});

test('one address, one element or many, and the same bytes under two addresses are sent once', async ({
  user,
  pages,
  sandbox,
}) => {
  const again =
    '<img src="/p/0.png" width="60" alt=""><div style="width:90px;height:90px;background:url(/p/1.png)"></div>';
  const copy = '<img src="/copy.png" width="60" alt="">';
  const tiny =
    '<img src="/tiny.png" alt=""><img data-src="" class="lazy" loading="lazy" alt="" width="50" height="50">';
  pages.setRoutes({
    ...pageOfPictures(2, again + copy + tiny),
    '/copy.png': { body: numberedPicture(0), type: 'image/png' },
    '/tiny.png': { body: numberedPicture(9, 16), type: 'image/png' },
  });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.waitForLine(
    /^4 images found, 1 too small: 3 to check$|^5 images found, 1 too small, 1 unreadable: 3 to check$/,
  );
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([2]);
  await waitForBadges(chromiumPageTree(page), 5); // Two images and their repetitions.
});

test('one bad image never costs the others, and each outcome leads to the next badge, by the keyboard alone @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(pageOfPictures(8));
  sandbox.always('/batch_image', { refusedBytes: numberedPicture(5) });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.waitForButtons(['Check 8 images', 'Cancel', 'Close']);
  await page.keyboard.press('Tab'); // The first stop in the pill.
  await page.keyboard.press('Enter');
  await pill.waitForLine('7 checked: 7 likely not AI-generated, 1 without a verdict');
  const tree = chromiumPageTree(page);
  const focused = async () => (await tree.findByRole('button')).find(({ isFocused }) => isFocused)?.name;
  await pill.press('1 without a verdict');
  await expect.poll(focused).toMatch(/^Not checked · BitMind couldn’t use this file/);
  // Its words are several lines, which stay in view where the image is at the edge of the window.
  await page.evaluate("p5.style.cssText = 'position: fixed; left: 20px; top: calc(100vh - 30px)'");
  const bottom = Number(await page.evaluate('innerHeight'));
  const fromBottom = async () => {
    const { y, height } = await (await tree.waitForRole('button', /^Not checked/)).box();
    return [height > 40, bottom - y - height];
  };
  await expect.poll(fromBottom).toEqual([true, 0]);
  await pill.press('7 likely not AI-generated');
  await expect.poll(focused).toMatch(/^\d% · Likely not AI-generated$/);
  await pill.press('Remove the badges');
  await tree.waitForCount(0, 'button');
});

test('what was checked is known: again on the same page, and elsewhere by its bytes @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ ...pageOfPictures(3), '/other': pageOfPictures(3)['/'] ?? {} });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  await (await user.checkPage(page)).waitForLine('3 images found, 3 already checked: 0 to check');
  const other = await user.checkPage(await user.visit(`${pages.origin}/other`));
  await other.press('Check 3 images');
  await other.waitForLine('3 checked: 3 likely not AI-generated');
  expect(sandbox.requests('/batch_image')).toHaveLength(1);
});

test("an address of the last day is known by its server's word, and not read again", async ({
  user,
  pages,
  sandbox,
}) => {
  const picture = (number: number) => ({ body: numberedPicture(number), type: 'image/png' });
  const tagged = (number: number) => (request: PageRequest) =>
    request.headers['if-none-match'] === `"${number}"`
      ? { status: 304 }
      : { ...picture(number), headers: { etag: `"${number}"`, 'cache-control': 'no-cache' } };
  pages.setRoutes({ ...pageOfPictures(3), '/p/0.png': tagged(0), '/p/1.png': tagged(1), '/p/2.png': tagged(2) });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  pages.setRoutes({ '/p/1.png': tagged(7), '/p/2.png': tagged(8) });
  await page.reload();
  const before = pages.requests().length;
  const again = await user.checkPage(page);
  await again.waitForLine('3 images found, 1 already checked: 2 to check');
  const asked = pages.requests().slice(before);
  expect(asked.map(({ path, headers }) => [path, headers['if-none-match']]).sort()).toEqual([
    ['/p/0.png', '"0"'],
    ['/p/1.png', '"1"'],
    ['/p/2.png', '"2"'],
  ]);
  await again.press('Check 2 images');
  await again.waitForLine('3 checked: 3 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([3, 2]);
});

test('a page that asks for it gets nothing drawn into it', async ({ user, pages, sandbox, chromium }) => {
  pages.setRoutes(pageOfPictures(2, '<meta name="CR-allow-UI-injection" content="false">'));
  const pill = await user.checkPage(await user.visit(pages.origin));
  await expect.poll(() => toolbarPopupText(chromium)).toContain('2 images found');
  expect(await settled('the question is put where the user can see it', pill.lines)).toEqual([]);
  expect(sandbox.requests('/batch_image')).toHaveLength(0);
});

test('a 429 pauses everything, with a countdown, and all goes on by itself @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(pageOfPictures(52));
  sandbox.next('/batch_image', { status: 429, headers: { 'retry-after': '3' } });
  const pill = await user.checkPage(await user.visit(pages.origin));
  await pill.press('Check 52 images');
  await pill.waitForLine(/^Request limit reached\. Continuing in [1-3] s$/);
  await pill.waitForLine('52 checked: 52 likely not AI-generated');
  const sent = sandbox.requests('/batch_image');
  expect(sent.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429]);
  const answered = sent.filter(({ status }) => status === 200);
  expect(sum(answered.map(({ parts }) => parts?.length ?? 0))).toBe(52);
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
