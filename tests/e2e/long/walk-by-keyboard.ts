import { expect } from '@playwright/test';
import { exampleResults } from '../../example-results.ts';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import type { Desktop } from '../harness/desktop.ts';
import { flatten } from '../harness/native-tree.ts';
import type { PageTree } from '../harness/page-tree.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { waitFor } from '../harness/wait-for.ts';
import { keepResults } from '../keep-results.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { panelIn } from '../panel.ts';

/** A browser with the extension, signed in, and one tab. */
interface KeyboardBed {
  readonly desktop: Desktop;
  readonly pages: PageServer;
  /** Shows a page in the one tab. */
  readonly show: (address: string) => Promise<PageTree>;
  /** Shows a page of the extension in it. */
  readonly showOwn: (file: string) => Promise<PageTree>;
  /** What the Tab key stops at before the first thing in the popup. */
  readonly beforePopup: Stops;
  /** What it stops at in the pill, where a click in a page may open the side panel. */
  readonly inPill: Stops;
  /** That page, to its driver. */
  readonly ownPage: Parameters<typeof keepResults>[0];
}

/** The things that have a name, in the order of the Tab key. */
type Stops = readonly (string | RegExp)[];

const OPTIONS: Stops = [
  'API key', // The way to sign in.
  'API key',
  'Service address',
  'Remember on this computer',
  'Protect with a passphrase',
  'Save and test',
  'Sign out',
  'Ask before sending files from private networks',
  'Ask before sending videos over … MB',
  'Check pages with up to … images without asking',
  'Reuse a verdict for the same file for … days',
  'Show an AI likelihood from … to 60% as “Inconclusive”',
  'Show an AI likelihood from 40 to …% as “Inconclusive”',
  'Keep results',
  'Clear results',
  'All results',
  'Keep thumbnails',
  'Allow on all sites',
  'Remove http://127.0.0.1',
  'Fetch Content Credentials stored online',
  'Also show the menu item where no image is detected',
  'Seconds to record when a video has no file',
  'Maximum requests per hour',
  'How far to trust it',
  'Third-party notices',
];

const RESULTS: Stops = ['Clear results', 'Verdict', 'Search', 'Export', 'Verdict', 'AI likelihood', 'When'];
/** Firefox gives a row no name of its own, but those of its cells. */
const AI_ROW = /^(Select Details: Likely AI-generated|$)/;
const NOT_AI_ROW = /^(Select Details: Likely not AI-generated|$)/;
/** Between rows go the arrow keys. */
const ROW: Stops = ['Select', 'Details: Likely AI-generated', 'Check again', 'Delete'];

const BADGE = /^4\s?% · Likely not AI-generated$/;
const COUNT = '3 likely not AI-generated';
const CLOSER: Stops = ['Check a part', 'How firm is this?'];
const PANEL: Stops = ['Close', 'Check again', ...CLOSER, 'What this means', 'What the file says', 'Details'];
const A_CHECK = /^Likely not AI-generated AI likelihood 4/;
const POPUP: Stops = [
  'Check images on this page',
  'Check videos on this page',
  COUNT,
  A_CHECK,
  A_CHECK,
  A_CHECK,
  /^Choose a file/,
  'Settings',
  'All results',
  'Side panel',
];

/** Goes through every surface by the Tab key alone, and uses it by Enter, Space and Escape. */
export async function walkByKeyboard(bed: KeyboardBed): Promise<void> {
  const { desktop, pages, show, showOwn, ownPage } = bed;
  const { key } = desktop.input;
  const focused = () => nameOfFocused(desktop);
  const walk = async (stops: Stops) => {
    for (const [index, stop] of stops.entries()) {
      await key('Tab');
      await waitFor(`stop ${index + 1}, ${stop}`, async () => isAt(await focused(), stop) || undefined, {
        seen: focused,
      });
    }
  };
  const leads = async (stops: Stops) => {
    await walk(stops);
    await key('Tab');
    await waitFor('the focus to go on', async () => !isAt(await focused(), stops.at(-1)) || undefined);
  };
  const begin = async (tree: PageTree) => (await tree.waitForRole('heading')).click();

  const options = await showOwn('options.html');
  await options.waitForRole('button', 'Sign out');
  await begin(options);
  await leads(OPTIONS);

  const results = await showOwn('results.html');
  const lines = async () => (await results.waitForRole('main')).text();
  await expect.poll(lines).toContainEqual(expect.stringMatching(/^No results yet/)); // There is a history to keep them in.
  await keepResults(ownPage, exampleResults(Date.now()));
  await results.waitForRole('button', 'Details: Likely AI-generated');
  await begin(results);
  await leads([...RESULTS, AI_ROW, ...ROW]);
  await begin(results);
  await walk([...RESULTS, AI_ROW]);
  await key('Down');
  await expect.poll(focused).toMatch(NOT_AI_ROW);
  await key('Return');
  await results.waitForRole('dialog');
  await key('Escape');
  await expect.poll(focused).toMatch(NOT_AI_ROW);

  pages.setRoutes(pageOfPictures(3));
  const tree = await show(pages.origin);
  await begin(tree);
  await key('alt+shift+k');
  const pill = panelIn(tree, 'BitMind page check');
  await pill.waitForLine('Check 3 images');
  await leads(['Check 3 images', 'Cancel', 'Close']);
  await begin(tree);
  await walk(['Check 3 images']);
  await key('Return');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  await begin(tree);
  await leads([BADGE, BADGE, BADGE, COUNT, 'All results', ...bed.inPill, 'Remove the badges', 'Close']);
  await begin(tree);
  await walk([BADGE, BADGE]);
  await key('space');
  await panelIn(tree).waitForLine('AI likelihood 4%');
  await walk(PANEL);
  await key('space');
  await panelIn(tree).waitForLine('SHA-256');
  await key('Escape');
  await expect.poll(focused).toMatch(BADGE);
  await walk([BADGE, COUNT]);
  await key('Return');
  await expect.poll(focused).toMatch(BADGE);

  await openToolbarPopup(desktop);
  await walk([...bed.beforePopup, ...POPUP]);
  await key('shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab');
  await expect.poll(focused).toMatch(A_CHECK);
  await key('Return'); // The popup goes, and the panel comes.
  await panelIn(tree).waitForLine('AI likelihood 4%');
  await key('Escape');
  await panelIn(tree).waitUntilGone();
}

function isAt(name: string, stop: string | RegExp | undefined): boolean {
  return typeof stop === 'string' ? name === stop : stop?.test(name) === true;
}

/** What has the keyboard focus, as a screen reader names it; of things in each other, the inner one. */
async function nameOfFocused({ nativeTree }: Desktop): Promise<string> {
  const windows = await nativeTree.windows();
  const parts = (await Promise.all(windows.map((window) => nativeTree.read(window)))).flatMap(flatten);
  const focused = await Promise.all(parts.map((part) => nativeTree.isFocused(part)));
  return parts.findLast((_, index) => focused[index])?.name ?? 'nothing';
}
