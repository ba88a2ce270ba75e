import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './headless-test.ts';

/** What a page's styles could do to the panel, and how its host is drawn nevertheless. */
const STYLES = [
  { name: 'darkens itself behind dialogs', css: '::backdrop { background: black; display: block !important }' },
  { name: 'is zoomed', css: 'html { zoom: 3 }' },
  { name: 'is written from right to left', css: 'html { direction: rtl }' },
  { name: 'hides what it does not know', css: 'html > :not(body), div { display: none !important; opacity: 0 }' },
];

for (const { name, css } of STYLES) {
  test(`the panel stays as it is in a page that ${name}`, async ({ user, pages }) => {
    const { body } = pageWithImage('/photo.jpg');
    pages.setRoutes({ '/': { body: `${body}<style>${css}</style>` }, '/photo.jpg': photographPage() });
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Likely not AI-generated');
    const drawn = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      if (!host) throw new Error('there is no panel');
      const { direction, display, opacity } = getComputedStyle(host);
      const backdrop = getComputedStyle(host, '::backdrop').display;
      return { direction, display, opacity, backdrop, zoom: host.currentCSSZoom };
    });
    expect(drawn).toEqual({ direction: 'ltr', display: 'block', opacity: '1', backdrop: 'none', zoom: 1 });
  });
}

test('it is dark where the user has it so, whatever the page is', async ({ user, pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const page = await user.visit(pages.origin);
  await page.emulateMedia({ colorScheme: 'dark' });
  const panel = await user.check(page, '#image');
  await panel.waitForLine('BitMind check');
  const scheme = `[...document.querySelectorAll('div')].map((host) => getComputedStyle(host).colorScheme)`;
  expect(await page.evaluate(scheme)).toEqual(['light dark']);
});
