import { expect } from '@playwright/test';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import { waitFor } from '../harness/wait-for.ts';
import type { Panel } from '../panel.ts';
import { comparePictures, type Difference } from './compare-pictures.ts';
import type { MediaBrowser } from './media-browser.ts';
import type { Fixture, MediaCase, Outcome } from './media-case.ts';

/** By how much a channel of a cut of the screen may differ in the mean (0 to 255) from the picture, drawn at its size: browsers scale in ways of their own. */
const SCREEN_TOLERANCE = 6;

/** What a check ends with, and what it waits with for the user, who has answered all questions of the case. */
const END = /^(Likely|Inconclusive|Not checked)|needs to read it from/;

interface Checked {
  readonly one: MediaCase;
  readonly panel: Panel;
  readonly browser: MediaBrowser;
  readonly pages: PageServer;
}

/** Sees that a check came to its outcome. */
export async function expectOutcome(outcome: Outcome, { one, panel, browser, pages }: Checked): Promise<void> {
  const { sandbox } = browser;
  if (outcome.kind === 'sentence') {
    await panel.waitForLine(outcome.says);
    expect(sandbox.requests('/image')).toHaveLength(0);
    return;
  }
  const checks = one.isChosenAfterwards ? 2 : 1;
  if (one.isWithoutPanel || one.isChosenAfterwards) await sandbox.waitForRequest('/image', checks, 'ended');
  if (!one.isWithoutPanel) {
    const lines = await panel.waitForLine(END);
    expect(lines.join(' | ')).toMatch(/Likely (not )?AI-generated/);
  }
  const requests = sandbox.requests('/image');
  expect(requests).toHaveLength(checks);
  const request = requests.at(-1);
  const sent = request?.body ?? Buffer.alloc(0);
  const type = String(request?.headers['content-type']);
  const compare = async (file: Fixture): Promise<Difference> => {
    const wanted = await file();
    pages.setRoutes({
      '/compare': { body: '<!doctype html><title>Two pictures</title>' },
      '/compare/sent': { body: sent, type },
      '/compare/wanted': { body: wanted, type: wanted.toString('latin1', 0, 4) === '<svg' ? 'image/svg+xml' : null },
    });
    await browser.open(`${pages.origin}/compare`);
    return browser.run(comparePictures, ['/compare/sent', '/compare/wanted'] as const);
  };
  const expectSamePixels = async (file: Fixture) => {
    const { sizes, pixels } = await compare(file);
    expect(sizes[0]).toEqual(sizes[1]);
    expect(pixels).toBe(0);
  };
  switch (outcome.kind) {
    case 'original':
      expect(sent.equals(Buffer.from(await outcome.bytes()))).toBe(true);
      if (outcome.read) await expectMethod(panel, outcome.read);
      return;
    case 'converted':
      expect(type).toBe('image/png');
      await panel.waitForLine(new RegExp(`${outcome.words}$`));
      return expectSamePixels(outcome.from);
    case 'pixels':
      expect(type).toBe('image/png');
      await expectMethod(panel, /pixels from the page/i);
      return expectSamePixels(outcome.like);
    case 'screen':
      expect(type).toBe('image/png');
      await panel.waitForLine(/from a screenshot, not the original/);
      expect((await compare(outcome.like)).mean).toBeLessThan(SCREEN_TOLERANCE);
  }
}

/** Reads under Details how the bytes were had. */
async function expectMethod(panel: Panel, words: RegExp): Promise<void> {
  await panel.pressSummary('Details');
  const lines = await waitFor('the details', async () => {
    const now = await panel.lines();
    return now.some((line) => line.startsWith('SHA-256')) ? now : undefined;
  });
  expect(lines.join('\n')).toMatch(words);
}
