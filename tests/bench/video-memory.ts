// What checking a large video costs: `npm run bench:video`. Headless Chromium, local build, beside a bare fetch of the same
// bytes by a page of the extension's own. Heaps are JavaScript's; the processes' memory holds the browser's own stores too.
import { API_KEY_ACCOUNT, fillAccountForm } from '../e2e/account-form.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { dispatchMenuEvent } from '../e2e/headless/dispatch-menu-choice.ts';
import { freeBox } from '../fixtures/free-box.ts';
import { makeVideo } from '../fixtures/make-video.ts';
import { createPageServer } from '../fixtures/serve-pages.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';
import { measureGrowth } from './measure-growth.ts';

const MB = 1_000_000;
const SIZES_MB = [10, 100, 499];

/** In the command line of each process of this browser. */
const MARK = `--bench-of=${process.pid}`;

const sandbox = await createSandbox({ recordedBodyBytes: 0 });
const pages = await createPageServer({ routes: {} });
const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local'), extraFlags: [MARK] });
const { context, browserSession, extensionId } = chromium;
const options = await context.newPage();
await options.goto(`chrome-extension://${extensionId}/options.html`);
await fillAccountForm(options, { ...API_KEY_ACCOUNT, serviceAddress: sandbox.origin });
await options.getByRole('button', { name: 'Save and test' }).click();
await options.getByText('Connected.').waitFor();
await options.getByLabel('Ask before sending videos over … MB').fill('500');
await options.getByLabel('Ask before sending videos over … MB').blur();

const growth = (work: () => Promise<unknown>) => measureGrowth(browserSession, MARK, work);

const head = await makeVideo('a.mp4');
const rows: Record<string, Record<string, string>> = {};
for (const size of SIZES_MB) {
  // An MP4 with room at its end, as editors leave it.
  const video = Buffer.concat([head, freeBox(size * MB - head.length - 8)]);
  const address = `${pages.origin}/${size}.mp4`;
  pages.setRoutes({
    [`/${size}`]: {
      body: `<!doctype html><title>A page</title><video src="${address}" width="400" preload="none"></video>`,
    },
    [`/${size}.mp4`]: { body: video, type: 'video/mp4' },
  });
  const page = await context.newPage();
  await page.goto(`${pages.origin}/${size}`);
  sandbox.reset();
  const checked = await growth(async () => {
    await dispatchMenuEvent(chromium, page, { srcUrl: address, mediaType: 'video', frame: page.mainFrame() });
    const request = await sandbox.waitForRequest('/video', 1, 'ended');
    if (request.status !== 200) throw new Error(`the sandbox answered ${request.status}`);
  });
  await page.close();
  const fetched = await growth(() =>
    options.evaluate(async (url) => (await (await fetch(url, { cache: 'no-store' })).blob()).size, address),
  );
  const inMb = (bytes: number) => `${(bytes / MB).toFixed(0)} MB`;
  rows[`${size} MB`] = {
    'heaps grew by': inMb(checked.heaps),
    'processes grew by': inMb(checked.processes),
    time: `${(checked.ms / 1_000).toFixed(1)} s`,
    'times a bare fetch': (checked.ms / fetched.ms).toFixed(1),
    'bare fetch: processes grew by': inMb(fetched.processes),
  };
}
console.table(rows);
await chromium.close();
await pages.close();
await sandbox.close();
