import { expect } from '@playwright/test';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import { waitFor } from '../harness/wait-for.ts';
import type { MediaBrowser } from '../media/media-browser.ts';
import type { BrowserName } from '../media/media-case.ts';
import type { Panel } from '../panel.ts';
import type { test as services } from '../services-test.ts';
import { HOSTILE_THEMES } from './cases.ts';
import { expectPromisesKept } from './four-promises.ts';
import { callOf, type HostileCase, type Knowledge, routesOf, TARGET } from './hostile-case.ts';
import { checkAtAnotherSite } from './other-site.ts';

/** A case takes a second; one that hangs must not hold up the others. Milliseconds. */
const CASE_LIMIT_MS = 30_000;

/** A verdict no other check gives: in the panel it can come from nowhere but the service. */
const PERCENT = 83;

type MediaTest = ReturnType<typeof services.extend<object, { readonly mediaBrowser: MediaBrowser }>>;

/** Browsers in which there is something to be had. */
const victims = new WeakSet<MediaBrowser>();

/** One test an attack, in the browser of the media tests: it serves them all. */
export function defineHostileTests(media: MediaTest, name: BrowserName): void {
  const test = media.extend<{ readonly victim: MediaBrowser }>({
    victim: async ({ mediaBrowser }, use) => {
      if (!victims.has(mediaBrowser)) await checkAtAnotherSite(mediaBrowser);
      victims.add(mediaBrowser);
      await use(mediaBrowser);
    },
  });
  test.describe.configure({ timeout: CASE_LIMIT_MS });
  for (const { theme, cases } of HOSTILE_THEMES) {
    for (const [at, one] of cases.filter(({ isForBoth }) => name === 'Chromium' || isForBoth).entries()) {
      // Quick runs take the first attack of each theme.
      test(`${theme} › ${one.name}`, { tag: at === 0 ? '@quick' : [] }, ({ victim, pages }) =>
        withstand(one, victim, pages),
      );
    }
  }
}

/** Opens the hostile page, checks its picture where the case has the user do so, and looks at what came of it. */
async function withstand(one: HostileCase, browser: MediaBrowser, pages: PageServer): Promise<void> {
  const { sandbox, extensionOrigin } = browser;
  const { origin, otherOrigin, loopbackOrigin } = pages;
  const known: Knowledge = { origin, otherOrigin, loopbackOrigin, extensionOrigin };
  sandbox.reset();
  sandbox.always('/image', { verdict: { isAI: true, confidence: PERCENT / 100 } });
  pages.setRoutes(routesOf(one, known));
  await browser.open(one.open?.(known) ?? origin);
  const evaluate = (expression: string) => browser.evaluate(expression);
  await expect.poll(() => evaluate('window.hasAttacked')).toBe(true);
  const panel = one.outcome.kind === 'no-act' ? undefined : await check(one, browser);
  if (panel) await seeOutcome(one, panel, browser);
  else await waitFor('the attack to end', async () => (await evaluate('window.isOver === true')) || undefined);
  const acts = one.outcome.kind === 'verdict' || one.outcome.kind === 'verdict-or-none' ? 1 : 0;
  const isForging = one.isForging === true;
  await expectPromisesKept({ browser, panel, acts, percent: PERCENT, isForging });
  await one.also?.({ pages, evaluate, sandbox, panel });
}

async function check({ meanwhile }: HostileCase, browser: MediaBrowser): Promise<Panel> {
  return browser.check({ selector: TARGET }, async () => {
    if (meanwhile) await browser.evaluate(callOf(meanwhile));
  });
}

async function seeOutcome({ outcome, press }: HostileCase, panel: Panel, browser: MediaBrowser): Promise<void> {
  const { sandbox } = browser;
  if (outcome.kind === 'sentence') {
    await panel.waitForLine(outcome.says);
    expect(sandbox.requests()).toEqual([]);
    if (press) await panel.press(press);
    if (press) await panel.waitForLine('Cancelled');
    return;
  }
  if (outcome.kind === 'verdict') await panel.waitForLine(/^Likely AI/);
  await sandbox.waitForRequest('/image', 1, 'ended');
}
