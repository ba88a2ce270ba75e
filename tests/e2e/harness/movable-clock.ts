import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { MovableClock } from '../../faults/fault-bed.ts';
import { builtFolder } from '../built-folder.ts';

const CLOCK_FILE = 'movable-clock.js';

/** A build of the extension in whose own contexts the clock can be moved. */
export interface MovableBuild {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Copies the local build and puts movable-clock.js before the scripts of its background and its offscreen document: the
 * product's files are what they were, and every context, also one that starts anew, has the clock from its first line on.
 * What it cannot move: `setInterval`, limits the browser itself keeps (a service worker's 30 s), pages, and the service.
 */
export async function makeMovableBuild(): Promise<MovableBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'movable-build-'));
  await cp(builtFolder('chrome-mv3-local'), folder, { recursive: true });
  const clock = await readFile(join(import.meta.dirname, CLOCK_FILE), 'utf8');
  await writeFile(join(folder, CLOCK_FILE), clock);
  const [background, offscreen] = [join(folder, 'background.js'), join(folder, 'offscreen.html')];
  await writeFile(background, `${clock}\n${await readFile(background, 'utf8')}`);
  const html = await readFile(offscreen, 'utf8');
  const withClock = html.replace('<script', `<script src="/${CLOCK_FILE}"></script>\n    <script`);
  if (withClock === html) throw new Error('offscreen.html has no script');
  await writeFile(offscreen, withClock);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** The clock of a movable build's contexts, worked from one of the extension's own pages, which has to stay open. */
export async function movableClock(ownPage: Page): Promise<MovableClock> {
  await ownPage.evaluate(() => {
    const time = { ahead: 0, setForward: 0 };
    const channel = new BroadcastChannel('movable-clock');
    channel.onmessage = ({ data }) => {
      if (data.newcomer) channel.postMessage({ ...time, to: data.newcomer });
    };
    Object.assign(globalThis, {
      moveClock(which: keyof typeof time, ms: number) {
        time[which] += ms;
        channel.postMessage(time);
      },
      movedNow: () => Date.now() + time.ahead + time.setForward,
    });
  });
  return {
    pass: (ms) => ownPage.evaluate(`moveClock('ahead', ${ms})`),
    setForward: (ms) => ownPage.evaluate(`moveClock('setForward', ${ms})`),
    now: () => ownPage.evaluate('movedNow()'),
  };
}
