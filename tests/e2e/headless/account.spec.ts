import type { Page } from '@playwright/test';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, STANDARD_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import { API_KEY_ACCOUNT, CERTIFICATE_ACCOUNT, fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { setTicked } from '../set-ticked.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

const SECRETS = [
  [API_KEY_ACCOUNT, 'API key'],
  [OAUTH_ACCOUNT, 'Client secret'],
  [CERTIFICATE_ACCOUNT, 'Certificate (PEM)'],
] as const;

test.describe('"Save and test"', () => {
  for (const [account, secretField] of SECRETS) {
    test(`with ${account.method} says who is connected, and shows no secret again @quick`, async ({
      user,
      sandbox,
    }) => {
      const options = await user.openOwnPage('options.html');
      await fillAccountForm(options, { ...account, serviceAddress: sandbox.origin });
      await options.getByRole('button', { name: 'Save and test' }).click();
      await expect(options.getByRole('status')).toContainText('Connected. Your account is saved.');
      const status = options.getByRole('status');
      for (const told of ['Sandbox', 'enterprise', 'video_inference', 'zero_data_retention']) {
        await expect(status).toContainText(told);
      }
      await options.reload();
      const secret = options.getByRole('textbox', { name: secretField });
      await expect(secret).toHaveAttribute('placeholder', 'Saved');
      await expect(secret).toHaveValue('');
      await expect(options.getByRole('radio', { name: account.method, exact: true })).toBeChecked();
    });
  }

  const failures = [
    [{ method: 'API key', fields: { 'API key': 'enterprise-wrong' } }, /Sign-in failed.*Check “API key”\./, ['apiKey']],
    [{ method: 'API key', fields: { 'API key': STANDARD_API_KEY } }, /starts with “enterprise-”/, ['apiKey']],
    [
      { method: 'OAuth client', fields: { 'Client ID': 'a', 'Client secret': 'b' } },
      /“Client ID” and “Client secret”\./,
      ['clientId', 'clientSecret'],
    ],
    [{ method: 'API key', fields: { 'API key': '' } }, /Enter your API key/, ['apiKey']],
    [
      { ...API_KEY_ACCOUNT, serviceAddress: 'http://enterprise.bitmind.ai' },
      /must be an https address/,
      ['serviceAddress'],
    ],
    [{ ...API_KEY_ACCOUNT, serviceAddress: 'http://127.0.0.1:9' }, /can’t be reached/, []],
  ] as const;
  test('says once what to look at, marks it, and saves nothing @quick', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    for (const [account, words, marked] of failures) {
      await fillAccountForm(options, { serviceAddress: sandbox.origin, ...account });
      await options.getByRole('button', { name: 'Save and test' }).click();
      await expect(options.getByText(words)).toHaveCount(1);
      await expect(options.getByRole('status')).toContainText(words);
      const fields = options.locator('[aria-invalid=true]');
      await expect(fields).toHaveCount(marked.length);
      for (const [index, id] of marked.entries()) {
        await expect(fields.nth(index)).toHaveAttribute('id', id);
        await expect(fields.nth(index)).toHaveAccessibleDescription(words);
      }
    }
    await options.reload();
    await expect(options.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  });
});

test('the form fits a narrow window, with all that it can show', async ({ user, sandbox }) => {
  const options = await user.openOwnPage('options.html');
  await options.setViewportSize({ width: 320, height: 700 });
  await expect(options.getByRole('radiogroup', { name: 'Sign-in method' })).toBeVisible();
  await fillAccountForm(options, { ...CERTIFICATE_ACCOUNT, serviceAddress: sandbox.origin });
  sandbox.always('/status', { body: { client: { name: 'n'.repeat(80), tier: 'enterprise' } } });
  await saveUnderPassphrase(options);
  await expect(options.getByRole('status')).toContainText('nnn');
  for (const file of ['options.html', 'welcome.html'] as const) {
    const page = file === 'options.html' ? options : await user.openOwnPage(file);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByText('Valid until').waitFor();
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    await expect.poll(() => page.evaluate(overflow)).toBe(0);
  }
});

test.describe('an account that fails its test', () => {
  test('is not saved over the one that works, unless the user says so', async ({ user, sandbox }) => {
    await user.signIn(OAUTH_ACCOUNT);
    const options = await user.openOwnPage('options.html');
    await fillAccountForm(options, { method: 'API key', fields: { 'API key': 'enterprise-wrong' } });
    await options.getByRole('button', { name: 'Save and test' }).click();
    await expect(options.getByRole('status')).toContainText('Sign-in failed');
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Connected');
    await options.getByRole('button', { name: 'Save anyway' }).click();
    await expect(options.getByRole('status')).toContainText('Saved without testing');
    await popup.reload();
    await expect(popup.getByRole('status')).toContainText('Sign-in failed');
    expect(sandbox.requests('/status').at(-1)?.headers.authorization).toBe('Bearer enterprise-wrong');
  });
});

test.describe('keeping the credentials', () => {
  test('under a passphrase: locked after a start of the browser, opened from the popup @quick @oldest', async ({
    user,
    pages,
    sandbox,
    chromium,
  }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    const options = await user.openOwnPage('options.html');
    await fillAccountForm(options, { ...OAUTH_ACCOUNT, serviceAddress: sandbox.origin });
    await saveUnderPassphrase(options);
    await asAfterRestart(chromium);
    await options.reload(); // Starts the background.

    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/account is locked/);
    await panel.waitForButtons(['Close', 'Unlock', 'Try again']);
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByText('Locked', { exact: true })).toBeVisible();
    const file = popup.getByRole('region', { name: 'Check a file' });
    await file.getByLabel('Choose a file').setInputFiles({ name: 'a.jpg', mimeType: '', buffer: photograph() });
    await file.getByRole('button', { name: 'Unlock' }).click();
    await expect(popup.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
    await popup.setViewportSize({ width: 360, height: 600 });
    await expect.poll(async () => (await popup.getByLabel('Passphrase').boundingBox())?.width).toBeGreaterThan(100);
    await expect.poll(() => popup.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await popup.reload();
    await popup.getByRole('textbox', { name: 'Passphrase' }).fill('battery staple');
    await popup.getByRole('button', { name: 'Unlock' }).click();
    await expect(popup.getByText('This passphrase is wrong.')).toBeVisible();
    await popup.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse');
    await popup.getByRole('button', { name: 'Unlock' }).click();
    await expect(popup.getByRole('status')).toContainText('Connected · Sandbox');
    await page.bringToFront();
    await panel.press('Try again');
    await panel.waitForLine('Likely not AI-generated');
  });

  test('under a passphrase: asked for in vain once somebody signed out elsewhere', async ({
    user,
    sandbox,
    chromium,
  }) => {
    const options = await user.openOwnPage('options.html');
    await fillAccountForm(options, { ...OAUTH_ACCOUNT, serviceAddress: sandbox.origin });
    await saveUnderPassphrase(options);
    await asAfterRestart(chromium);
    const [popup, other] = [await user.openOwnPage('popup.html'), await user.openOwnPage('options.html')];
    await popup.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await expect(other.getByText('Signed out', { exact: true })).toBeVisible();
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Unlock' }).click();
    await expect(popup.getByText('You’re not signed in.')).toBeVisible();
  });

  test('until the browser closes: then it says so, and the form knows the rest @quick', async ({
    user,
    sandbox,
    chromium,
  }) => {
    const options = await user.openOwnPage('options.html');
    await fillAccountForm(options, { ...OAUTH_ACCOUNT, serviceAddress: sandbox.origin });
    await setTicked(options.getByRole('checkbox', { name: 'Remember on this computer' }), false);
    await options.getByRole('button', { name: 'Save and test' }).click();
    await expect(options.getByRole('status')).toContainText('Connected.');
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Signed in until the browser closes');
    await asAfterRestart(chromium);
    await popup.reload();
    await expect(popup.getByRole('status')).toContainText('Not signed in');
    await expect(popup.getByRole('status')).toContainText('when the browser closed');
    await options.reload();
    await expect(options.getByRole('textbox', { name: 'Client ID' })).toHaveValue(SANDBOX_CLIENT_ID);
    const secret = options.getByRole('textbox', { name: 'Client secret' });
    await expect(secret).toHaveAttribute('placeholder', '');
    await expect(secret).toHaveAccessibleDescription('Enter it again: it was removed when the browser closed.');
    await expect(options.getByRole('checkbox', { name: 'Remember on this computer' })).not.toBeChecked();
  });

  test('ends with signing out: token and secrets go, and nothing else', async ({ user, pages, chromium }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    await user.signIn(OAUTH_ACCOUNT);
    const page = await user.visit(pages.origin);
    await (await user.check(page, '#image')).waitForLine(/^Likely not/);
    const options = await user.openOwnPage('options.html');
    await options.getByRole('button', { name: 'Sign out' }).click();
    await expect(options.getByText('Signed out', { exact: true })).toBeVisible();
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('listitem')).toContainText('Likely not AI-generated');
    const all = 'Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then(JSON.stringify)';
    const stored = await settled('the settings say so', () => evaluateInServiceWorker(chromium, all));
    expect(stored).not.toMatch(new RegExp(`${SANDBOX_CLIENT_SECRET}|${SANDBOX_CLIENT_ID}|eyJ|accessToken`));
  });

  test('and begins again with undoing that, as long as the background remembers', async ({ user, chromium }) => {
    await user.signIn(OAUTH_ACCOUNT);
    const options = await user.openOwnPage('options.html');
    const undo = options.getByRole('button', { name: 'Undo' });
    await options.getByRole('button', { name: 'Sign out' }).click();
    await expect(undo).toBeFocused();
    await undo.click();
    await expect(options.getByRole('status')).toContainText('Connected · Sandbox');
    await expect(options.getByRole('button', { name: 'Save and test' })).toBeFocused();
    await expect(options.getByRole('textbox', { name: 'Client secret' })).toHaveAttribute('placeholder', 'Saved');
    await options.getByRole('button', { name: 'Sign out' }).click();
    await expect(undo).toBeFocused();
    await stopServiceWorker(chromium);
    await undo.click();
    await expect(options.getByRole('status')).toHaveText('It’s too late to undo this. Sign in again.');
    await expect(options.getByRole('textbox', { name: 'Client secret' })).toHaveAttribute('placeholder', '');
  });
});

test('signed out, nothing of a private network is read without a question, whole pages too', async ({
  user,
  pages,
}) => {
  const secret = `${pages.loopbackOrigin}/secret.jpg`;
  pages.setRoutes({
    '/in': { body: '<!doctype html>', headers: { 'set-cookie': 'router=1; SameSite=Strict' } },
    '/': pageWithImage(secret),
    '/led': pageWithImage('/moved.jpg'),
    '/moved.jpg': { redirectTo: secret },
    '/secret.jpg': photographPage(),
  });
  await user.visit(`${pages.loopbackOrigin}/in`);
  const nothingMore = () => {
    const own = pages.requests('/secret.jpg');
    expect(own.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
  };
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/private network \(127\.0\.0\.1.*read but not sent to BitMind, because you’re not signed in/);
  expect(pages.requests('/secret.jpg')).toHaveLength(1); // The page's own.
  nothingMore();
  await (await user.check(await user.visit(`${pages.origin}/led`), '#image')).waitForLine(/private network/);
  nothingMore();
  const status = await user.checkPage(await user.visit(pages.origin));
  await status.waitForLine(/private.*Nothing is sent to BitMind/);
  nothingMore();
});

/** Saves what is in the form, under a passphrase. */
async function saveUnderPassphrase(options: Page): Promise<void> {
  await options.getByRole('checkbox', { name: 'Protect with a passphrase' }).check();
  await options.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('correct horse');
  await options.getByRole('textbox', { name: 'Confirm passphrase' }).fill('correct horse');
  await options.getByRole('button', { name: 'Save and test' }).click();
  await expect(options.getByRole('status')).toContainText('Connected.');
}

/** Leaves the extension as it is after a start of the browser: what was in memory is gone. native/ starts one for real. */
async function asAfterRestart(chromium: Chromium): Promise<void> {
  await evaluateInServiceWorker(chromium, 'chrome.storage.session.clear()');
  await stopServiceWorker(chromium);
}
