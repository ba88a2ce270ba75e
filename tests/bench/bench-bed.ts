import type { Page } from '@playwright/test';
import type { CheckRecord } from '../../src/core/check/check-record.ts';
import { API_KEY_ACCOUNT, fillAccountForm } from '../e2e/account-form.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { type Chromium, launchChromium } from '../e2e/harness/chromium.ts';
import { evaluateInServiceWorker } from '../e2e/harness/service-worker.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { createPageServer, type PageServer } from '../fixtures/serve-pages.ts';
import { createSandbox, type Sandbox } from '../sandbox/create-sandbox.ts';
import { SANDBOX_API_KEY } from '../sandbox/sandbox-credentials.ts';

/** How long the service takes for each answer, in milliseconds. */
export const SERVICE_MS = 300;

/** The longest that anything measured takes, in milliseconds. */
const LIMIT_MS = 120_000;

/** Has the service worker note when the choice in the menu comes, until it is stopped. */
const NOTE_CLICKS = `(({ onClicked }) => {
  const { dispatch } = onClicked;
  onClicked.dispatch = (...choice) => {
    globalThis.clickedAt = Date.now();
    dispatch.apply(onClicked, choice);
  };
})(chrome.contextMenus)`;

/** Where times are taken: headless Chromium with the local build, a service that takes its time, and somebody signed in. */
export interface BenchBed {
  readonly chromium: Chromium;
  readonly pages: PageServer;
  readonly sandbox: Sandbox;
  /** A page of the extension's own. */
  readonly ownPage: Page;
  /** When the user chose in the menu last: epoch milliseconds. */
  clickedAt(): Promise<number>;
  /** The checks that began with that, once so many of them have ended. */
  ended(count: number): Promise<readonly CheckRecord[]>;
  /** Milliseconds of bare requests for the same: each file read past all caches, and all sent in one request. */
  floor(addresses: readonly string[], endpoint: string, field?: string): Promise<number>;
  close(): Promise<void>;
}

/** Starts it. `extraFlags`: of Chromium's command line. */
export async function startBenchBed(extraFlags: string[] = []): Promise<BenchBed> {
  const sandbox = await createSandbox({ recordedBodyBytes: 0 });
  const pages = await createPageServer({ routes: {} });
  const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local'), extraFlags });
  const ownPage = await chromium.context.newPage();
  await ownPage.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await fillAccountForm(ownPage, { ...API_KEY_ACCOUNT, serviceAddress: sandbox.origin });
  await ownPage.getByRole('button', { name: 'Save and test' }).click();
  await ownPage.getByText('Connected.').waitFor();
  const inWorker = (expression: string) => evaluateInServiceWorker(chromium, expression);
  await inWorker(`chrome.storage.local.get('settings').then(({ settings }) => chrome.storage.local.set({
    settings: { ...settings, askPageAbove: 500, askVideoAboveMb: 500, asksForPrivate: false },
  }))`);
  await inWorker(NOTE_CLICKS);
  for (const path of ['/image', '/batch_image', '/video'] as const) sandbox.always(path, { delayMs: SERVICE_MS });
  const clickedAt = async () => Number(await inWorker('globalThis.clickedAt'));
  const endedNow = `chrome.storage.session.get(null).then((all) => Object.entries(all)
    .filter(([key, { startedAt, endedAt }]) => key.startsWith('check:') && endedAt && startedAt >= globalThis.clickedAt)
    .map(([, check]) => check))`;
  return {
    ...{ chromium, pages, sandbox, ownPage, clickedAt },
    ended: (count) =>
      waitFor(
        `${count} checks to end`,
        async () => {
          const ended = (await inWorker(endedNow)) as readonly CheckRecord[]; // The extension's own records.
          return ended.length >= count ? ended : undefined;
        },
        { deadlineMs: LIMIT_MS },
      ),
    floor: (addresses, endpoint, field) =>
      ownPage.evaluate(bareRequests, { addresses, url: sandbox.origin + endpoint, key: SANDBOX_API_KEY, field }),
    async close() {
      await chromium.close();
      await pages.close();
      await sandbox.close();
    },
  };
}

interface BareRequests {
  readonly addresses: readonly string[];
  readonly url: string;
  readonly key: string;
  readonly field: string | undefined;
}

/** Runs in the page. */
async function bareRequests({ addresses, url, key, field }: BareRequests): Promise<number> {
  const startedAt = performance.now();
  const files = await Promise.all(
    addresses.map(async (address) => (await fetch(address, { cache: 'no-store' })).blob()),
  );
  const form = new FormData();
  for (const [at, file] of files.entries()) form.append(field ?? '', file, `file-${at}.${file.type.split('/')[1]}`);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: field === undefined ? (files[0] ?? null) : form,
  });
  await answer.text();
  if (!answer.ok) throw new Error(`the service answered ${answer.status}`);
  return performance.now() - startedAt;
}
