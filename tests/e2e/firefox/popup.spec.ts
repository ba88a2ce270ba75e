import { exampleResults } from '../../example-results.ts';
import { isWithin } from '../harness/geometry.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { settled } from '../settled.ts';
import { expect, test } from './firefox-test.ts';

test('the popup opened from the toolbar is 360 px wide, shows every button however many checks there are, and keeps them in their places when BitMind answers @quick @oldest', async ({
  user,
  pages,
  sandbox,
  firefox,
  desktop,
}) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await firefox.goToOwnPage('results.html');
  await waitInPage(firefox.page, 'there are no results', () => document.body.textContent.includes('No results yet'));
  const { page } = firefox;
  const ownPage = { evaluate: (run: unknown, about: unknown) => page.evaluate(`(${run})(${JSON.stringify(about)})`) };
  await keepResults(ownPage, exampleResults(Date.now()));
  await page.evaluate(`browser.storage.session.remove('standing')`); // As after a minute.
  const held = sandbox.hold('/status', { status: 503 });
  await user.visit(pages.origin);
  const buttons = ['Check images on this page', 'Check videos on this page', 'Settings'];
  const popup = await openToolbarPopup(desktop);
  const { boxesOf } = popup;
  await boxesOf(/^Likely AI-generated/); // The checks are listed.
  const before = await boxesOf(...buttons);
  const content = await settled('the checks are listed', popup.content);
  expect(content.width).toBe(360);
  expect(content.height).toBeLessThanOrEqual(600);
  expect(before.filter((box) => !isWithin(box, content))).toEqual([]);
  held.release();
  await boxesOf('Try again');
  expect(await boxesOf(...buttons)).toEqual(before);
  await desktop.input.key('Escape');
});
