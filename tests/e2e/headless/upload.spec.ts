import { CERTIFICATE_ACCOUNT } from '../account-form.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { expect, test } from './headless-test.ts';

test.beforeEach(async ({ pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
});

test('what is being sent when the background ends is sent to its end, once, and the panel comes back @quick', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  const { promise: hold, resolve: letGo } = Promise.withResolvers<void>();
  sandbox.next('/image', { hold });
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Waiting for BitMind…');
  await stopServiceWorker(chromium);
  await panel.waitForLine('Waiting for BitMind…');
  letGo();
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')).toHaveLength(1);
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
});

test('what the service refuses once the background has ended is sent again by the next', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  const { promise: hold, resolve: letGo } = Promise.withResolvers<void>();
  sandbox.next('/image', { hold, status: 503 });
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Waiting for BitMind…');
  await stopServiceWorker(chromium);
  await panel.waitForLine('Waiting for BitMind…');
  letGo();
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image').map(({ status }) => status)).toEqual([503, 200]);
});

test('a redirect of an upload is an error, and neither credential nor image goes along @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  await user.signIn(CERTIFICATE_ACCOUNT);
  sandbox.always('/image', { redirectTo: `${pages.otherOrigin}/stolen` });
  pages.setRoutes({ '/stolen': { body: '{"isAI": true, "confidence": 0.9}', type: 'application/json', cors: '*' } });
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/redirects elsewhere\. Your credentials weren’t sent there/);
  expect(pages.requests('/stolen')).toHaveLength(0);
  expect(sandbox.requests('/image')).toHaveLength(1);
});

test('"Cancel" stops an upload at once @quick', async ({ user, pages, sandbox }) => {
  await user.signIn();
  sandbox.next('/image', { hold: new Promise(() => undefined) });
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Waiting for BitMind…');
  await panel.press('Cancel');
  await panel.waitForLine('Cancelled');
  expect((await sandbox.waitForRequest('/image', 1, 'ended')).outcome).toBe('aborted');
});
