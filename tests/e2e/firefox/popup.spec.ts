import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

test('the popup opened from the toolbar is 360 px wide @quick @oldest', async ({ user, pages, desktop }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.visit(pages.origin);
  const { width, height } = await openToolbarPopup(desktop);
  expect(width).toBe(360);
  expect(height).toBeLessThanOrEqual(600);
  await desktop.input.key('Escape');
});
