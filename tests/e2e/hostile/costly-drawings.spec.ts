import { CHEAP_DRAWING, COSTLY_DRAWINGS } from '../../fixtures/costly-drawings.ts';
import type { Page } from '../../fixtures/serve-pages.ts';
import { expect, test } from '../headless/headless-test.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { shownThen } from '../media/pictures.ts';

/** The page shows a photograph; who reads its address gets the drawing. */
const routesWith = (drawing: Page) => ({
  '/': pageWithImage('/trap'),
  '/trap': shownThen(photographPage(), drawing),
  '/photo': pageWithImage('/photo.jpg'),
  '/photo.jpg': photographPage(),
  '/drawing': pageWithImage('/drawing.svg'),
  '/drawing.svg': CHEAP_DRAWING,
});

test.beforeEach(({ user }) => user.signIn());

const [[limited, first], [cancelled, second]] = COSTLY_DRAWINGS;

test(`an SVG image of ${limited} ends at its limit, and others are checked meanwhile @quick`, async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(routesWith(first));
  const costly = await user.check(await user.visit(pages.origin), '#image');
  await costly.waitForLine(/Reading/);
  const photo = await user.check(await user.visit(`${pages.otherOrigin}/photo`), '#image');
  await photo.waitForLine(/^Likely/);
  const cheap = await user.check(await user.visit(`${pages.otherOrigin}/drawing`), '#image');
  await cheap.waitForLine(/^Likely/);
  await costly.waitForLine(/too much time or memory.*Check a screenshot instead/);
  expect(sandbox.requests('/image')).toHaveLength(2);
});

test(`an SVG image of ${cancelled} goes with "Cancel"`, async ({ user, pages }) => {
  pages.setRoutes(routesWith(second));
  const costly = await user.check(await user.visit(pages.origin), '#image');
  await costly.waitForLine(/Reading/);
  await costly.press('Cancel');
  await costly.waitForLine('Cancelled');
  const cheap = await user.check(await user.visit(`${pages.otherOrigin}/drawing`), '#image');
  await cheap.waitForLine(/^Likely/);
});
