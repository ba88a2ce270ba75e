import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitFor } from '../harness/wait-for.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { pageWithImage, recompressedPage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

const RECOMPRESSED = 'This image has been recompressed strongly (JPEG quality about 40), which weakens any verdict.';

test('a result stands in the results page, and opens by keyboard @quick @oldest', async ({
  desktop,
  firefox,
  user,
  pages,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg?key=of-the-site'), '/photo.jpg': await recompressedPage() });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#image');
  await panel.waitForLine('Likely not AI-generated');
  await panel.pressSummary('What this means');
  await panel.waitForLine(RECOMPRESSED);
  const { page } = firefox;
  const tree = firefoxPageTree(desktop);
  await firefox.goToOwnPage('results.html');
  await page.waitForSelector('tr[data-index="0"] img');
  await waitInPage(page, 'the result in the list', () =>
    document.querySelector('tbody')?.textContent.includes('Likely not AI-generated'),
  );
  await page.focus('tr[data-index="0"]');
  await page.keyboard.press('Enter');
  await waitFor('the details of the result', async () => {
    const text = await page.evaluate(() => document.querySelector('dialog[open]')?.textContent);
    return (text?.includes('SHA-256') && text.includes(RECOMPRESSED)) || undefined;
  });
  await expect.poll(() => page.evaluate(datesCutOff)).toEqual([false, false, false]);
  await (await tree.waitForRole('button', 'Look elsewhere')).click();
  await waitInPage(page, 'the menu', () => document.activeElement?.textContent === 'Google Lens');
  await page.keyboard.press('Enter');
  // Its page has gone, and its address has a key.
  await tree.waitForRole('panel', /^Google can’t fetch this image itself, and its file isn’t available here\./);
});

/** Whether each date would be cut off in a page in Arabic, where it takes a second line. Runs in the page. */
function datesCutOff(): readonly boolean[] {
  const right = (one: Element) => Math.round(one.getBoundingClientRect().right);
  const values = [...document.querySelectorAll<HTMLElement>('dialog dd')].filter((one) =>
    / UTC /.test(one.textContent),
  );
  document.documentElement.dir = 'rtl';
  const areCutOff = values.map((value) => {
    const before = value.cloneNode(true);
    const text = document.createElement('bdi');
    text.textContent = '30 نوفمبر 2026 في 12:17:07 م UTC (2026-11-30T12:17:07.500Z)';
    value.replaceChildren(text);
    value.style.width = '260px';
    const isCutOff = right(text) > right(value);
    value.replaceWith(before);
    return isCutOff;
  });
  document.documentElement.dir = 'ltr';
  return areCutOff;
}
