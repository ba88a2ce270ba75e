import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** Where the pictures of the panel go. */
const SCREENSHOTS = join(import.meta.dirname, '../../test-results/start');

/** How long a check may take here, in milliseconds. */
const LIMIT_MS = 20_000;

/** What one picture's check gave. */
interface Checked {
  readonly picture: string;
  readonly verdict: string;
  readonly likelihood: string;
  readonly screenshot: string;
}

/**
 * Checks every picture of the sample page without a mouse: the menu's event is sent by the debugger, all else is as it is
 * for a person. Gives what the panel said, as a screen reader would read it.
 */
export async function checkByItself(browser: Browser, page: Page, address: string): Promise<Checked[]> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.goto(address);
  const debuggerSession = await page.createCDPSession();
  const pictures = await page.$$eval('img', (images) => images.map(({ src, alt }) => ({ src, alt })));
  const checked: Checked[] = [];
  for (const { src, alt } of pictures) {
    await page.$eval(`img[src="${new URL(src).pathname}"]`, (image) => image.scrollIntoView({ block: 'center' }));
    await chooseMenuItem(browser, src, address);
    const { verdict, likelihood } = await verdictInPanel(debuggerSession, page);
    const screenshot = join(SCREENSHOTS, `${checked.length + 1}.png`);
    await page.screenshot({ path: screenshot as `${string}.png` });
    checked.push({ picture: alt, verdict, likelihood, screenshot });
    await page.keyboard.press('Escape');
  }
  return checked;
}

/** What the code below finds where it runs, in the background: `dispatch` is the debugger's own way to send an event. */
declare const chrome: {
  readonly tabs: { query(tabs: object): Promise<readonly object[]> };
  readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab: object | undefined): void } };
};

async function chooseMenuItem(browser: Browser, srcUrl: string, pageUrl: string): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker();
  await worker?.evaluate(
    async (info) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-media', frameId: 0, ...info }, tab);
    },
    { srcUrl, pageUrl },
  );
}

/** Waits for the verdict in the accessibility tree, which alone shows what is in a closed shadow root. */
async function verdictInPanel(session: CDPSession, page: Page): Promise<{ verdict: string; likelihood: string }> {
  const deadline = Date.now() + LIMIT_MS;
  while (Date.now() < deadline) {
    const texts = await textsInFrames(session);
    const likelihood = texts.find((text) => text.startsWith('AI likelihood'));
    const verdict = texts.find((text) => /^(Likely|Inconclusive)/.test(text));
    if (verdict) return { verdict, likelihood: likelihood ?? '' };
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error('No verdict came.');
}

/** What stands in the page's frames, that of the panel among them; one that has gone meanwhile says nothing. */
async function textsInFrames(session: CDPSession): Promise<string[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const frames = [frameTree, ...(frameTree.childFrames ?? [])];
  const trees = await Promise.allSettled(
    frames.map(({ frame }) => session.send('Accessibility.getFullAXTree', { frameId: frame.id })),
  );
  const nodes = trees.flatMap((tree) => (tree.status === 'fulfilled' ? tree.value.nodes : []));
  return nodes.map(({ name }) => String(name?.value ?? ''));
}
