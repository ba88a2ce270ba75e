import type { PageServer } from '../../fixtures/serve-pages.ts';
import type { Sandbox } from '../../sandbox/create-sandbox.ts';
import type { Chromium } from '../harness/chromium.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import { numberedPicture, pageOfPictures } from '../many-pictures.ts';
import type { Panel } from '../panel.ts';
import { expect, test, type User } from './headless-test.ts';

// The check of a whole page, cancelled at each of its stages. What else can happen at them is in tests/faults.

const COUNT = 4;
const DONE = `${COUNT} checked: ${COUNT} likely not AI-generated`;
const CANCELLED = 'Cancelled. Finished checks are kept.';

interface Stage {
  readonly name: string;
  /** Brings a check there; gives what lets it go on. */
  reach(at: { pill: Panel; sandbox: Sandbox; chromium: Chromium; holdPictures(): () => void }): Promise<() => unknown>;
  /** How the request under way ends when it is cancelled. */
  readonly cancelled?: 'aborted';
}

const start = (pill: Panel) => pill.press(`Check ${COUNT} images`);

const STAGES: readonly Stage[] = [
  {
    name: 'it asks',
    async reach({ pill }) {
      await pill.waitForLine(`${COUNT} images found`);
      return () => start(pill);
    },
  },
  {
    name: 'it reads',
    async reach({ pill, holdPictures }) {
      await pill.waitForLine(`${COUNT} images found`);
      const release = holdPictures();
      await start(pill);
      await pill.waitForLine(`Checking images: 0 of ${COUNT}`);
      return release;
    },
  },
  {
    name: 'its request is judged',
    async reach({ pill, sandbox }) {
      const held = sandbox.hold('/batch_image');
      await start(pill);
      await held.arrived;
      await pill.waitForLine(`Checking images: 0 of ${COUNT}`);
      return held.release;
    },
    cancelled: 'aborted',
  },
  {
    name: 'its request is followed by the next background',
    async reach({ pill, sandbox, chromium }) {
      const held = sandbox.hold('/batch_image');
      await start(pill);
      await held.arrived;
      await stopServiceWorker(chromium);
      await pill.waitForLine(`Checking images: 0 of ${COUNT}`);
      return held.release;
    },
    cancelled: 'aborted',
  },
  {
    name: 'it is paused by a 429',
    async reach({ pill, sandbox }) {
      sandbox.next('/batch_image', { status: 429, headers: { 'retry-after': '3' } });
      await start(pill);
      await pill.waitForLine(/Continuing in [1-3] s$/);
      return () => undefined;
    },
  },
];

/** Has a page counted whose pictures can be held back. */
async function count(user: User, pages: PageServer) {
  pages.setRoutes(pageOfPictures(COUNT));
  const page = await user.visit(pages.origin);
  const holdPictures = () => {
    const { promise: hold, resolve } = Promise.withResolvers<void>();
    const numbers = Array.from({ length: COUNT }, (_, number) => number);
    const held = numbers.map((number) => [
      `/p/${number}.png`,
      { body: numberedPicture(number), type: 'image/png', hold },
    ]);
    pages.setRoutes(Object.fromEntries(held));
    return resolve;
  };
  return { page, pill: await user.checkPage(page), holdPictures };
}

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

for (const { name, reach, cancelled } of STAGES) {
  test(`a check of a page is cancelled while ${name}`, async ({ user, pages, sandbox, chromium }) => {
    const { page, pill, holdPictures } = await count(user, pages);
    const goOn = await reach({ pill, sandbox, chromium, holdPictures });
    const sentBefore = sandbox.requests('/batch_image').length;
    await pill.press('Cancel');
    await pill.waitForLine(CANCELLED);
    if (name !== 'it asks') goOn();
    if (cancelled) expect((await sandbox.waitForRequest('/batch_image', 1, 'ended')).outcome).toBe(cancelled);
    // It is over: another one begins anew, and goes through.
    const again = await user.checkPage(page);
    await again.press(`Check ${COUNT} images`);
    await again.waitForLine(DONE);
    expect(sandbox.requests('/batch_image')).toHaveLength(sentBefore + 1);
  });
}
