import type { Page } from '@playwright/test';
import type { MessageKey } from '../../src/core/i18n.ts';
import { launchChromium } from '../../tests/e2e/harness/chromium.ts';
import { chromiumPageTree } from '../../tests/e2e/harness/chromium-page-tree.ts';
import { startDesktop } from '../../tests/e2e/harness/desktop.ts';
import { run } from '../../tests/e2e/harness/run.ts';
import { evaluateInServiceWorker } from '../../tests/e2e/harness/service-worker.ts';
import { toolbarPopupText } from '../../tests/e2e/harness/toolbar-popup.ts';
import { waitFor } from '../../tests/e2e/harness/wait-for.ts';
import { dispatchMenuChoice, dispatchPageMenuChoice } from '../../tests/e2e/headless/dispatch-menu-choice.ts';
import { type Panel, panelIn } from '../../tests/e2e/panel.ts';
import type { PageServer } from '../../tests/fixtures/serve-pages.ts';
import type { Sandbox } from '../../tests/sandbox/create-sandbox.ts';
import { SANDBOX_API_KEY } from '../../tests/sandbox/sandbox-credentials.ts';
import { readLocale } from '../locales/locale.ts';
import type { Looks } from './looks.ts';

/** As stores take pictures, with the browser around the page. Pixels. */
const POPUP_PICTURE = { width: 1280, height: 800 };

/** A browser in a language, with the extension in it, as somebody goes through it. */
export interface Tour {
  readonly pages: PageServer;
  readonly sandbox: Sandbox;
  /** A text in the browser's language. */
  words(key: MessageKey): string;
  /** Opens one of the extension's pages, or a page of the web. */
  open(address: string, width?: number): Promise<Page>;
  signIn(): Promise<void>;
  /** Chooses "Check with BitMind" on an image of a page. */
  check(page: Page, image: string): Promise<Panel>;
  /** Chooses "Check images on this page"; gives the pill. */
  checkPage(page: Page): Promise<Panel>;
  /** Opens the toolbar's popup over a page, waits until it says a text, and writes a picture of the window. */
  shootPopup(page: Page, text: string, file: string): Promise<void>;
  close(): Promise<void>;
}

interface TourOptions {
  /** A folder of public/_locales. */
  readonly language: string;
  readonly looks: Looks;
  readonly sandbox: Sandbox;
  readonly pages: PageServer;
  readonly extensionFolder: string;
}

/** Starts a Chromium in a language, on a display of its own: only there has it a toolbar. */
export async function openTour({ language, looks, sandbox, pages, extensionFolder }: TourOptions): Promise<Tour> {
  const texts = readLocale(language);
  const words = (key: MessageKey) => texts[key]?.message ?? '';
  const desktop = await startDesktop();
  const chromium = await launchChromium({
    extensionFolder,
    desktop,
    language: language.replace('_', '-'),
    extraFlags: [
      '--hide-scrollbars',
      '--wm-window-animations-disabled',
      ...(looks.isDark ? ['--force-dark-mode'] : []),
    ],
    scale: looks.scale,
  });
  const own = (file: string) => `chrome-extension://${chromium.extensionId}/${file}`;
  const open = async (address: string, width = looks.width) => {
    const page = await chromium.context.newPage();
    await page.emulateMedia({ colorScheme: looks.isDark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 640 });
    await page.goto(address.includes('://') ? address : own(address));
    return page;
  };
  return {
    pages,
    sandbox,
    words,
    open,
    async signIn() {
      const options = await open('options.html');
      await options.getByRole('radio', { name: words('methodApiKey'), exact: true }).check();
      await options.getByRole('textbox', { name: words('apiKey'), exact: true }).fill(SANDBOX_API_KEY);
      await options.getByRole('textbox', { name: words('serviceAddress'), exact: true }).fill(sandbox.origin);
      await options.getByRole('button', { name: words('saveAndTest'), exact: true }).click();
      await options.getByText(words('testConnected')).waitFor();
      await options.close();
    },
    async check(page, image) {
      const panel = panelIn(chromiumPageTree(page), words('panelName'));
      await page.bringToFront();
      await dispatchMenuChoice(chromium, page.locator(image));
      return panel;
    },
    async checkPage(page) {
      await page.bringToFront();
      await dispatchPageMenuChoice(chromium, page);
      return panelIn(chromiumPageTree(page), words('pageCheckName'));
    },
    async shootPopup(page, text, file) {
      await Promise.all(chromium.context.pages().map((other) => other !== page && other.close()));
      await page.bringToFront();
      await evaluateInServiceWorker(chromium, 'chrome.action.openPopup()');
      await waitFor(`the popup with “${text}”`, async () => {
        const said = await toolbarPopupText(chromium);
        return (typeof said === 'string' && said.includes(text)) || undefined;
      });
      const { width, height } = POPUP_PICTURE;
      const part = ['-window', 'root', '-crop', `${width}x${height}+0+0`, '+repage'];
      await run('import', [...part, file], { ...process.env, DISPLAY: desktop.display });
      await chromium.context.newPage(); // A browser without a page ends; and the popup closes.
    },
    async close() {
      await chromium.close();
      await desktop.stop();
    },
  };
}
