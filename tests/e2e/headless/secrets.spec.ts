import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { createAccount } from '../../sandbox/account.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { SANDBOX_CERTIFICATE_CLIENT_ID, SANDBOX_CERTIFICATE_PEM } from '../../sandbox/sandbox-credentials.ts';
import { type AccountOnForm, CERTIFICATE_ACCOUNT, fillAccountForm } from '../account-form.ts';
import { builtFolder } from '../built-folder.ts';
import { launchChromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { askAlways } from './ask-always.ts';
import { test as headless } from './headless-test.ts';

/** A secret that is looked for everywhere. */
const CANARY = 'canary-7b1f0c52d94e';
const CANARY_ACCOUNT: AccountOnForm = {
  method: 'OAuth client',
  fields: { 'Client ID': 'desk', 'Client secret': CANARY },
};

/** A browser whose profile is there to be searched, before and after it is closed. */
const test = headless.extend<{ readonly profile: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  chromium: async ({ profile }, use) => {
    const extensionFolder = builtFolder('chrome-mv3-local');
    const chromium = await launchChromium({ extensionFolder, profileFolder: profile });
    await use(chromium);
    await chromium.close();
  },
  keeper: undefined,
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  sandbox: async ({}, use) => {
    const sandbox = await createSandbox({
      accounts: [
        createAccount({ kind: 'oauth', clientId: 'desk', clientSecret: CANARY }),
        createAccount({
          kind: 'certificate',
          clientId: SANDBOX_CERTIFICATE_CLIENT_ID,
          certificatePem: SANDBOX_CERTIFICATE_PEM,
        }),
      ],
    });
    await use(sandbox);
    await sandbox.close();
  },
});
const { expect } = test;

test.beforeEach(({ pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
});

const KEPT = [
  { name: 'remembered', tick: [], isOnDisk: true, account: CANARY_ACCOUNT, secret: CANARY },
  {
    name: 'kept under a passphrase',
    tick: ['Protect with a passphrase'],
    isOnDisk: false,
    account: CANARY_ACCOUNT,
    secret: CANARY,
  },
  {
    name: 'kept until the browser closes',
    tick: ['Remember on this computer'],
    isOnDisk: false,
    account: CERTIFICATE_ACCOUNT,
    secret: SANDBOX_CERTIFICATE_PEM.split('\n')[3] ?? '',
  },
];

for (const { name, tick, isOnDisk, account, secret } of KEPT) {
  test(`on the disk: an account that is ${name}, and no access token @quick`, async ({
    user,
    pages,
    sandbox,
    chromium,
    profile,
  }) => {
    const options = await user.openOwnPage('options.html');
    await fillAccountForm(options, { ...account, serviceAddress: sandbox.origin });
    for (const box of tick) await options.getByRole('checkbox', { name: box }).click();
    if (tick.includes('Protect with a passphrase')) {
      await options.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('correct horse');
      await options.getByRole('textbox', { name: 'Confirm passphrase' }).fill('correct horse');
    }
    await options.getByRole('button', { name: 'Save and test' }).click();
    await expect(options.getByRole('status')).toContainText('Connected.');
    const page = await user.visit(pages.origin);
    await (await user.check(page, '#image')).waitForLine(/^Likely not/);
    await user.openOwnPage('popup.html');
    await chromium.close();
    expect(await isInFiles(profile, secret)).toBe(isOnDisk);
    expect(await isInFiles(profile, 'correct horse')).toBe(false);
    expect(await isInFiles(profile, tokenIn(sandbox))).toBe(false);
    expect(await isInFiles(profile, 'startedAt')).toBe(true); // The search finds what is there.
  });
}

test('everything that can be seen from outside is free of the secret and the token', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  const seen: string[] = [];
  chromium.context.on('console', (message) => seen.push(message.text()));
  chromium.context.on('weberror', (error) => seen.push(String(error.error().stack)));
  chromium.context.on('request', (request) => seen.push(request.url()));
  await user.signIn(CANARY_ACCOUNT);
  await askAlways(await user.openOwnPage('options.html'));
  const token = () => tokenIn(sandbox);
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine(/^Likely not/);
  const secrets = new Set([CANARY, token()]);

  // What the extension's script in the page is told from now on.
  const debug = await chromium.context.newCDPSession(page);
  debug.on('Runtime.consoleAPICalled', ({ args }) => seen.push(JSON.stringify(args)));
  const listening = listenInIsolatedWorld(debug);
  await debug.send('Runtime.enable');
  await listening;

  // A service that gives back what it was sent, in each kind of answer.
  const echo = { detail: `not for ${CANARY} with Bearer ${token()}` };
  for (const status of [400, 401, 403, 413, 415, 422, 501]) {
    sandbox.always('/image', { status, body: echo });
    await user.check(page, '#image');
    await panel.waitForLine('Not checked');
    seen.push(...(await panel.lines()));
  }
  sandbox.always('/image', { status: 429, body: echo, headers: { 'retry-after': '1' } });
  await user.check(page, '#image');
  await panel.waitForLine(/Request limit reached/);
  seen.push(...(await panel.lines()));
  await panel.press('Cancel');
  sandbox.always('/image', { body: { isAI: true, confidence: `${CANARY}`, note: token() } });
  await user.check(page, '#image');
  await panel.waitForLine(/^Likely AI/);
  sandbox.always('/status', { status: 401, body: echo });
  sandbox.always('/v1/oauth/token', { status: 401, body: echo });
  for (const file of ['options.html', 'popup.html', 'welcome.html'] as const) {
    const own = await user.openOwnPage(file);
    if (file === 'options.html') await own.getByRole('button', { name: 'Save and test' }).click();
    await own.waitForLoadState('networkidle');
    seen.push(await own.content(), JSON.stringify(await own.locator('input, textarea').evaluateAll(valuesOf)));
  }
  seen.push(await page.content(), ...(await panel.lines()), page.url());
  seen.push(JSON.stringify(pages.requests()), ...sandbox.requests().map(({ path }) => path));
  const checks = `chrome.storage.session.get().then((kept) => Object.entries(kept).filter(([key]) => key.startsWith('check:')))`;
  const stored = `Promise.all([
    chrome.storage.sync.get(), ${checks}, chrome.storage.local.get('settings'), ${HISTORY}
  ]).then(JSON.stringify)`;
  seen.push(String(await evaluateInServiceWorker(chromium, stored)));

  const all = seen.join('\n');
  for (const { headers } of sandbox.requests()) if (headers.authorization) secrets.add(headers.authorization.slice(7));
  expect(secrets.size).toBeGreaterThan(2); // Tokens were renewed meanwhile.
  expect([...secrets].filter((secret) => all.includes(secret))).toEqual([]);
  expect(all).toContain('"check:'); // The checks were looked at,
  expect(all).toContain('told:'); // the messages were,
  expect(all).toContain('Sign-in failed'); // and the pages.
});

/** Every check in the history. */
const HISTORY = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('bitmind-history');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const all = opening.result.transaction('checks').objectStore('checks').getAll();
    all.onsuccess = () => { opening.result.close(); resolve(all.result); };
  };
})`;

function valuesOf(fields: readonly Element[]): string[] {
  return fields.map((field) => (field instanceof HTMLInputElement ? field.value : (field.textContent ?? '')));
}

/** Makes the extension's script in the page write out every message and every state of a feed that it gets. */
function listenInIsolatedWorld(debug: CDPSession): Promise<void> {
  const expression = `
    chrome.runtime.onMessage.addListener((message) => console.log('told: ' + JSON.stringify(message)));
    const connect = chrome.runtime.connect;
    chrome.runtime.connect = (...args) => {
      const port = connect(...args);
      port.onMessage.addListener((state) => console.log('told: ' + JSON.stringify(state)));
      return port;
    };`;
  return new Promise((resolve, reject) => {
    debug.on('Runtime.executionContextCreated', ({ context }) => {
      if (!context.origin.startsWith('chrome-extension://')) return;
      debug.send('Runtime.evaluate', { expression, contextId: context.id }).then(() => resolve(), reject);
    });
  });
}

/** The access token a sandbox last saw. */
function tokenIn(sandbox: Sandbox): string {
  const authorizations = sandbox.requests().map(({ headers }) => headers.authorization ?? '');
  const token = authorizations.findLast((one) => one.startsWith('Bearer '))?.slice('Bearer '.length);
  if (!token) throw new Error('no call had a token');
  return token;
}

/** Whether a text is in any file of a folder, as UTF-8 or UTF-16. */
async function isInFiles(folder: string, text: string): Promise<boolean> {
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (needles.some((needle) => bytes.includes(needle))) return true;
  }
  return false;
}
