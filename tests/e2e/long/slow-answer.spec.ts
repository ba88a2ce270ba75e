import { makeVideo } from '../../fixtures/make-video.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import { expect, test } from '../headless/headless-test.ts';
import { pageWithVideo } from '../video-pages.ts';

/** How long the service takes, in milliseconds: six times what ends a service worker that waits for a `fetch`. */
const ANSWER_AFTER_MS = 180_000;

test('an answer that takes three minutes is waited for, also when the background ends meanwhile, and sent for once', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithVideo('/a.mp4'), '/a.mp4': { body: await makeVideo('a.mp4'), type: 'video/mp4' } });
  sandbox.next('/video', { delayMs: ANSWER_AFTER_MS, verdict: { isAI: true, confidence: 0.82 } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine('Waiting for BitMind…');
  await stopServiceWorker(chromium);
  await panel.waitForLine('Waiting for BitMind…');
  const request = await sandbox.waitForRequest('/video', 1, 'ended');
  expect(Number(request.endedAt) - Number(request.startedAt)).toBeGreaterThanOrEqual(ANSWER_AFTER_MS);
  await panel.waitForLine('Likely AI-generated');
  await panel.waitForLine('AI likelihood 82%');
  expect(sandbox.requests('/video')).toHaveLength(1);
});
