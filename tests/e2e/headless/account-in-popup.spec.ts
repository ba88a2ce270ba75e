import { OAUTH_ACCOUNT } from '../account-form.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

test.describe('the popup', () => {
  test('offers to sign in, and says how to begin', async ({ user, chromium }) => {
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Not signed in');
    await expect(popup.getByText(/No checks yet/)).toBeVisible();
    const opened = chromium.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await expect(await opened).toHaveURL(/options\.html$/);
  });

  test('shows the account and the latest checks, as they change @quick', async ({ user, pages, sandbox }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    await user.signIn();
    const page = await user.visit(pages.origin);
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Connected · Sandbox');
    const held = sandbox.hold('/image');
    await user.check(page, '#image');
    await expect(popup.getByRole('listitem')).toContainText('Waiting for BitMind…');
    held.release();
    await expect(popup.getByRole('listitem')).toContainText('Likely not AI-generated');
    await expect(popup.getByRole('listitem').getByRole('presentation')).toHaveAttribute('src', /^blob:/);
  });

  test('says that nothing is sent, once somebody signed out, and so does a check @quick', async ({ user, pages }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    await user.signIn(OAUTH_ACCOUNT);
    const options = await user.openOwnPage('options.html');
    await expect(options.getByRole('textbox', { name: 'Client secret' })).toHaveAttribute('placeholder', 'Saved');
    await options.getByRole('button', { name: 'Sign out' }).click();
    await expect(options.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
    await expect(options.getByRole('textbox', { name: 'Client secret' })).toHaveAttribute('placeholder', '');
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Not signed in');
    await expect(popup.getByRole('status')).toContainText('Nothing is sent to BitMind.');
    const page = await user.visit(pages.origin);
    await (await user.check(page, '#image')).waitForLine('Sign in to get a verdict');
  });

  test('is connected, asks once a minute, and survives the background', async ({ user, sandbox, chromium }) => {
    await user.signInByForm(OAUTH_ACCOUNT);
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Connected');
    await stopServiceWorker(chromium);
    await popup.reload();
    await expect(popup.getByRole('status')).toContainText('Connected');
    expect(sandbox.requests()).toHaveLength(0); // "Save and test" asked a moment ago.
  });

  test('says at once that the computer is offline, and recovers', async ({ user, chromium }) => {
    await user.signIn();
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Connected');
    await chromium.context.setOffline(true);
    await expect(popup.getByRole('status')).toContainText('BitMind can’t be reached');
    await expect(popup.getByRole('status')).toContainText('This computer is offline');
    await chromium.context.setOffline(false);
    await expect(popup.getByRole('status')).toContainText('Connected');
  });

  test('offers to sign in also where the computer is offline', async ({ user, chromium }) => {
    await chromium.context.setOffline(true);
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Not signed in');
    await expect(popup.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await chromium.context.setOffline(false);
  });

  test('says when BitMind can’t be reached', async ({ user, sandbox, chromium }) => {
    await user.signIn();
    await evaluateInServiceWorker(chromium, `chrome.storage.session.remove('standing')`); // As after a minute.
    await sandbox.close();
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('BitMind can’t be reached');
    await expect(popup.getByRole('status')).toContainText('Check your connection and “Service address”');
  });

  test('stays as it is when BitMind answers, and leads to what can be done about it', async ({
    user,
    sandbox,
    chromium,
  }) => {
    await user.signIn();
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Connected'); // What it asked is answered, and kept.
    const address = popup.url();
    const places = () =>
      popup.getByRole('button', { name: /^(Check|Settings|All results)/ }).evaluateAll((all) => {
        return all.map((one) => `${one.textContent}: ${one.getBoundingClientRect().top}`);
      });
    for (const [answer, words, button] of [
      [{ status: 401 }, 'Sign-in failed', 'Fix sign-in'],
      [{ status: 503 }, 'BitMind can’t be reached', 'Try again'],
    ] as const) {
      await popup.goto('about:blank'); // An open popup would ask at once.
      await evaluateInServiceWorker(chromium, `chrome.storage.session.remove('standing')`); // As after a minute.
      const held = sandbox.hold('/status', answer);
      await popup.goto(address);
      await expect(popup.getByRole('status')).toContainText('Connecting…');
      await expect(popup.getByText(/No checks yet/)).toBeVisible();
      const before = await settled('BitMind is asked', places);
      held.release();
      await expect(popup.getByRole('status')).toContainText(words);
      await expect(popup.getByRole('button', { name: button })).toBeVisible();
      expect(await settled('BitMind has answered', places)).toEqual(before);
    }
    await popup.getByRole('button', { name: 'Try again' }).click();
    await expect(popup.getByRole('status')).toContainText('Connected · Sandbox');
  });

  test('says when the service refuses the account, and so do the settings', async ({ user, sandbox, chromium }) => {
    await user.signIn(OAUTH_ACCOUNT);
    await evaluateInServiceWorker(chromium, `chrome.storage.session.remove('standing')`); // As after a minute.
    sandbox.always('/status', { status: 401 });
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Sign-in failed');
    const options = await user.openOwnPage('options.html');
    const status = options.getByRole('status');
    await expect(status).toContainText('Sign-in failed');
    await expect(options.getByRole('textbox', { name: 'Client ID' })).toHaveAttribute('aria-invalid', 'true');
    sandbox.always('/status', { status: 503 });
    await options.reload();
    await expect(status).toContainText('BitMind can’t be reached');
    await expect(options.getByRole('textbox', { name: 'Client ID' })).toHaveAttribute('aria-invalid', 'false');
    sandbox.reset();
    await options.getByRole('button', { name: 'Try again' }).click();
    await expect(status).toContainText('Connected · Sandbox');
  });
});
