// `npm run bench:badges-cost`: what badges cost a page of 2,000 small pictures, 400 of them badged, in headless Chromium, while it
// changes or is scrolled in every frame; beside the same page without badges. Needs a local build (`npm test` makes it).
import type { CDPSession, Page } from '@playwright/test';
import { API_KEY_ACCOUNT, fillAccountForm } from '../e2e/account-form.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { chromiumPageTree } from '../e2e/harness/chromium-page-tree.ts';
import { dispatchPageMenuChoice } from '../e2e/headless/dispatch-menu-choice.ts';
import { numberedPicture } from '../e2e/many-pictures.ts';
import { panelIn } from '../e2e/panel.ts';
import { createPageServer } from '../fixtures/serve-pages.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';

const PICTURES = 2_000;
/** Every so many of them is one of the few pictures that are large enough to be checked: 400 badges. */
const MARKED_EVERY = 5;
const CHECKED = 8;
const FRAMES = 120;

/** What a page does in every frame, as code in which `frame` is its number. */
const CASES = {
  nothing: '',
  'a class of an element without pictures': "document.querySelector('#aside').classList.toggle('on')",
  'a style of an element without pictures': "document.querySelector('#aside').style.left = frame + 'px'",
  'a class of one picture': "document.querySelector('#p7').classList.toggle('on')",
  'a class of the whole page': "document.body.classList.toggle('on')",
  scrolling: 'scrollTo(0, 10 * (frame % 60))',
} as const;

function pageOfSmallPictures(): string {
  const images = Array.from({ length: PICTURES }, (_, at) => {
    const number = at % MARKED_EVERY === 0 ? (at / MARKED_EVERY) % CHECKED : at + CHECKED;
    return `<div class="cell"><img id="p${at}" src="/p/${number}.png" width="36" height="36" alt=""></div>`;
  });
  const style =
    '.cell { display: inline-block; margin: 2px } .on { outline: 1px solid red } #aside { position: fixed; top: 0 }';
  return `<!doctype html><html lang="en"><title>Pictures</title><style>${style}</style><div id="aside">Aside</div>
    <main>${images.join('')}</main>`;
}

const pages = await createPageServer({
  routes: {
    '/': { body: pageOfSmallPictures() },
    ...Object.fromEntries(
      Array.from({ length: PICTURES + CHECKED }, (_, number) => [
        `/p/${number}.png`,
        { body: numberedPicture(number, number < CHECKED ? 48 : 16), type: 'image/png' },
      ]),
    ),
  },
});
const sandbox = await createSandbox();
const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });
try {
  const options = await chromium.context.newPage();
  await options.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await fillAccountForm(options, { ...API_KEY_ACCOUNT, serviceAddress: sandbox.origin });
  await options.getByRole('button', { name: 'Save and test' }).click();
  await options.getByText('Connected.').waitFor();
  const page = await chromium.context.newPage();
  await page.goto(pages.origin);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const without = await measureAll(page, session);
  await dispatchPageMenuChoice(chromium, page);
  const pill = panelIn(chromiumPageTree(page), 'BitMind page check');
  await pill.press(`Check ${CHECKED} images`);
  await pill.waitForLine(new RegExp(`^${CHECKED} checked`));
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 1000))'); // What the end of the check brings is no part of it.
  const withBadges = await measureAll(page, session);
  console.table(
    Object.fromEntries(
      Object.keys(CASES).map((name, at) => [
        name,
        {
          'script ms': difference(withBadges[at]?.script, without[at]?.script),
          'main thread ms': difference(withBadges[at]?.task, without[at]?.task),
          'page alone ms': without[at]?.task.toFixed(2),
        },
      ]),
    ),
  );
  console.log('Milliseconds a frame that badges add, and what the page takes without them.');
} finally {
  await chromium.close();
  await pages.close();
  await sandbox.close();
}

interface Cost {
  readonly script: number;
  readonly task: number;
}

async function measureAll(page: Page, session: CDPSession): Promise<Cost[]> {
  const costs = [];
  for (const code of Object.values(CASES)) costs.push(await measure(page, session, code));
  return costs;
}

/** What each frame costs the page's main thread, in milliseconds, while something is done in every one. */
async function measure(page: Page, session: CDPSession, code: string): Promise<Cost> {
  const before = await total(session);
  await page.evaluate(`new Promise((resolve) => {
    let frame = 0;
    const next = () => {
      ${code};
      if (frame++ < ${FRAMES}) requestAnimationFrame(next);
      else resolve();
    };
    next();
  })`);
  const after = await total(session);
  const perFrame = (name: keyof Cost) => ((after[name] - before[name]) / FRAMES) * 1_000;
  return { script: perFrame('script'), task: perFrame('task') };
}

async function total(session: CDPSession): Promise<Cost> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { script: metric('ScriptDuration'), task: metric('TaskDuration') };
}

function difference(one = Number.NaN, other = Number.NaN): string {
  return (one - other).toFixed(2);
}
