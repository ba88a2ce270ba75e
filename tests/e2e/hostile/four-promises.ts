import { expect } from '@playwright/test';
import { SANDBOX_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import type { MediaBrowser } from '../media/media-browser.ts';
import type { Panel } from '../panel.ts';
import { settled } from '../settled.ts';
import { CAUGHT } from './hostile-case.ts';
import { OTHER_SITES_SECRET } from './other-site.ts';
import { readEverything } from './read-everything.ts';

/** A page is responsive that answers in this time, in milliseconds: many times what it takes, since the machine is shared. */
const ANSWER_LIMIT_MS = 5_000;

/** What stands in a panel, and no hostile page may know: not even of its own picture. */
const PANEL_WORDS = /AI likelihood|How it was read|SHA-256/;

/** What is to hold whatever a page does. */
interface Promised {
  readonly browser: Pick<MediaBrowser, 'sandbox' | 'evaluate'>;
  readonly panel: Panel | undefined;
  /** How many pictures the user has had sent. */
  readonly acts: number;
  /** The percentage that BitMind gave. */
  readonly percent: number;
  readonly isForging: boolean;
}

/** Sees that the four promises hold: no secret readable, no request without an act, a responsive page, no false verdict. */
export async function expectPromisesKept({ browser, panel, acts, percent, isForging }: Promised): Promise<void> {
  const { sandbox } = browser;
  const begun = Date.now();
  const readable = String(await settled('the case is over', () => browser.evaluate(`(${readEverything})()`)));
  expect(Date.now() - begun, 'the page answers').toBeLessThan(ANSWER_LIMIT_MS);
  const secrets = [SANDBOX_API_KEY, OTHER_SITES_SECRET, ...tokensOf(browser)];
  expect(secrets.filter((secret) => readable.includes(secret))).toEqual([]);
  expect(readable).toContain('A page'); // It was looked at.
  expect(readable).not.toContain(CAUGHT);
  if (!isForging) expect(readable.match(PANEL_WORDS)?.[0]).toBeUndefined();

  expect(sandbox.requests('/image')).toHaveLength(acts);
  expect(sandbox.requests().filter(({ path }) => path !== '/image')).toEqual([]);

  const lines = await settled('the case is over', async () => (await panel?.lines()) ?? []);
  const verdicts = lines.filter((line) => /^(Likely|Inconclusive|AI likelihood)/.test(line));
  const said = 'Likely AI-generated';
  /** Each by itself, and both as they are announced, what else there is to say behind them. */
  const given = acts > 0 ? new RegExp(`^(${said}|(${said}\\. )?AI likelihood ${percent}\\s?%(\\. .*)?)$`) : /^$/;
  expect(verdicts.filter((line) => !given.test(line))).toEqual([]);
}

/** The secrets in what was sent to the service. */
function tokensOf({ sandbox }: Pick<MediaBrowser, 'sandbox'>): string[] {
  return sandbox.requests().flatMap(({ headers }) => headers.authorization?.slice('Bearer '.length) ?? []);
}
