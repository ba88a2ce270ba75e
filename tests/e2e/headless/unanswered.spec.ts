import { expect, test } from './headless-test.ts';

test('a page that the background does not answer says so, and "Try again" loads it anew @quick', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  await options.addInitScript(() => {
    if (sessionStorage.getItem('was unanswered')) return;
    sessionStorage.setItem('was unanswered', 'once');
    // The page's own `browser` is the same object (Chromium 148 and later).
    chrome.runtime.sendMessage = () =>
      Promise.reject(new Error('The message port closed before a response was received.'));
  });
  await options.reload();
  await expect(options.getByText('The browser stopped this extension before it could answer.')).toHaveCount(1);
  await expect(options.getByRole('button', { name: 'Save and test' })).toHaveCount(0);
  await options.getByRole('button', { name: 'Try again' }).click();
  await expect(options.getByRole('button', { name: 'Save and test' })).toBeVisible();
});

/** What the page's script finds where it runs. */
declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
