import { COSTLY_DRAWINGS } from '../../fixtures/costly-drawings.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { shownThen } from '../media/pictures.ts';
import { expect, test } from './firefox-test.ts';

for (const [at, [name, drawing]] of COSTLY_DRAWINGS.entries()) {
  test(`an SVG image of ${name} is not drawn: what the page shows is checked`, {
    tag: at === 0 ? '@quick' : [],
  }, async ({ user, pages, sandbox }) => {
    pages.setRoutes({ '/': pageWithImage('/trap'), '/trap': shownThen(photographPage(), drawing) });
    await user.signIn();
    await user.visit(pages.origin);
    const panel = await user.check('#image');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/Pixels from the page, re-encoded/);
    expect(sandbox.requests('/image')[0]?.headers['content-type']).toBe('image/png');
  });
}
