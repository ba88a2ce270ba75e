import { exampleResults } from '../../example-results.ts';
import { isWithin } from '../harness/geometry.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { expect, test } from './firefox-test.ts';

test('the popup opened from the toolbar is 360 px wide, and shows every button however many checks there are @quick @oldest', async ({
  user,
  pages,
  firefox,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await firefox.goToOwnPage('results.html');
  await waitInPage(firefox.page, 'there are no results', () => document.body.textContent.includes('No results yet'));
  const { page } = firefox;
  const ownPage = { evaluate: (run: unknown, about: unknown) => page.evaluate(`(${run})(${JSON.stringify(about)})`) };
  await keepResults(ownPage, exampleResults(Date.now()));
  await user.visit(pages.origin);
  const { content, boxesOf } = await openToolbarPopup(desktop);
  expect(content.width).toBe(360);
  expect(content.height).toBeLessThanOrEqual(600);
  const buttons = await boxesOf('Sign in', 'Check images on this page', 'Check videos on this page', 'Settings');
  expect(buttons.filter((box) => !isWithin(box, content))).toEqual([]);
  await desktop.input.key('Escape');
});
