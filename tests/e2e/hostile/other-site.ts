import { createPageServer } from '../../fixtures/serve-pages.ts';
import type { MediaBrowser } from '../media/media-browser.ts';
import { pageOf } from '../media/media-case.ts';
import { CANYON } from '../media/pictures.ts';

/** Stands in the address of a picture of another site, which was checked before: no hostile page may ever have it. */
export const OTHER_SITES_SECRET = 'of-the-other-site-5f0c';

/** Checks a picture of another site, so that there is a result to be stolen. */
export async function checkAtAnotherSite(browser: MediaBrowser): Promise<void> {
  const path = `/${OTHER_SITES_SECRET}.jpg`;
  const pages = await createPageServer({
    routes: { '/': pageOf(`<img id="it" src="${path}" width="400" height="400" alt="">`), [path]: CANYON },
  });
  await browser.open(pages.otherOrigin);
  const panel = await browser.check({ selector: '#it' }, async () => undefined);
  await panel.waitForLine(/^Likely/);
  await browser.open('about:blank');
  await pages.close();
}
