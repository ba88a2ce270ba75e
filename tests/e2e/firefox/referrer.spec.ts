import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

test("an image that its site gives to its page alone is read with the page's referrer @quick", async ({
  user,
  pages,
  sandbox,
  desktop,
  firefox,
}) => {
  pages.setRoutes({
    '/': pageWithImage(`${pages.otherOrigin}/photo.jpg?size=*&a=^|#part`),
    '/photo.jpg': ({ headers }) =>
      headers.referer === `${pages.origin}/` ? photographPage() : { status: 403, body: 'no' },
  });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#image');
  await panel.press(`Allow ${new URL(pages.otherOrigin).host}`);
  const tree = firefoxPageTree(desktop, 'Site access · Check with BitMind');
  await (await tree.waitForRole('button', `Allow ${new URL(pages.otherOrigin).host}`)).click();
  await (await waitForPermissionPrompt(desktop)).answer('allow');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  const referers = pages.requests('/photo.jpg').map(({ headers }) => headers.referer);
  expect(referers.slice(-3)).toEqual([undefined, undefined, `${pages.origin}/`]);
  await firefox.goToOwnPage('options.html');
  await expect.poll(() => firefox.page.evaluate('browser.declarativeNetRequest.getSessionRules()')).toEqual([]);
});
