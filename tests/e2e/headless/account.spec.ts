import { STANDARD_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import { API_KEY_ACCOUNT, fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './headless-test.ts';

test.describe('"Save and test"', () => {
  for (const account of [API_KEY_ACCOUNT, OAUTH_ACCOUNT]) {
    test(`with ${account.method} says who is connected, and shows no secret again`, async ({ user, sandbox }) => {
      const options = await user.openOwnPage('options.html');
      await fillAccountForm(options, { ...account, serviceAddress: sandbox.origin });
      await options.getByRole('button', { name: 'Save and test' }).click();
      await expect(options.getByRole('status')).toContainText('Connected. The account is saved.');
      await expect(options.getByRole('status')).toContainText('Sandbox');
      await options.reload();
      const secret = options.getByRole('textbox', { name: account.method === 'API key' ? 'API key' : 'Client secret' });
      await expect(secret).toHaveAttribute('placeholder', 'Saved');
      await expect(secret).toHaveValue('');
      await expect(options.getByRole('radio', { name: account.method })).toBeChecked();
    });
  }

  const failures = [
    [{ method: 'API key', fields: { 'API key': 'enterprise-wrong' } }, /Sign-in failed.*Look at “API key”/],
    [{ method: 'API key', fields: { 'API key': STANDARD_API_KEY } }, /starts with “enterprise-”/],
    [{ method: 'OAuth client', fields: { 'Client ID': 'a', 'Client secret': 'b' } }, /“Client ID” and “Client secret”/],
    [{ method: 'API key', fields: { 'API key': '' } }, /Fill in “API key”/],
    [{ ...API_KEY_ACCOUNT, serviceAddress: 'http://enterprise.bitmind.ai' }, /must be an https address/],
    [{ ...API_KEY_ACCOUNT, serviceAddress: 'http://127.0.0.1:9' }, /could not be reached/],
  ] as const;
  for (const [account, words] of failures) {
    test(`with ${JSON.stringify(account)} says what to look at`, async ({ user, sandbox }) => {
      const options = await user.openOwnPage('options.html');
      await fillAccountForm(options, { serviceAddress: sandbox.origin, ...account });
      await options.getByRole('button', { name: 'Save and test' }).click();
      await expect(options.getByRole('status')).toContainText(words);
      await options.reload();
      await expect(options.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
    });
  }
});

test.describe('the popup', () => {
  test('offers to sign in, and says how to begin', async ({ user, chromium }) => {
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Not signed in');
    await expect(popup.getByText(/No checks yet/)).toBeVisible();
    const opened = chromium.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await expect(await opened).toHaveURL(/options\.html$/);
  });

  test('shows the account and the latest checks, as they change', async ({ user, pages, sandbox }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    await user.signIn();
    const page = await user.visit(pages.origin);
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Connected Sandbox');
    const held = sandbox.hold('/image');
    await user.check(page, '#image');
    await expect(popup.getByRole('listitem')).toContainText('Waiting for BitMind…');
    held.release();
    await expect(popup.getByRole('listitem')).toContainText('Likely not AI-generated');
    await expect(popup.getByRole('listitem').getByRole('presentation')).toHaveAttribute('src', /^blob:/);
  });

  test('signs out, and a check then says so', async ({ user, pages }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    await user.signIn(OAUTH_ACCOUNT);
    const popup = await user.openOwnPage('popup.html');
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await expect(popup.getByRole('status')).toContainText('Not signed in');
    const page = await user.visit(pages.origin);
    await (await user.check(page, '#image')).waitForLine(/You are not signed in/);
  });

  test('says when the service refuses the account', async ({ user, sandbox }) => {
    await user.signIn(OAUTH_ACCOUNT);
    sandbox.always('/status', { status: 401 });
    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('status')).toContainText('Sign-in failed');
  });
});
