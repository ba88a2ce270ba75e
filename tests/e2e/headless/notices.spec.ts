import { expect, test } from './headless-test.ts';

test('the notices of what others made are a link away from the options, and readable @quick', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const opening = options.context().waitForEvent('page');
  await options.getByRole('link', { name: 'Third-party notices' }).click();
  const notices = await opening;
  await expect(notices.locator('body')).toContainText('Third-party notices for Check with BitMind');
  await expect(notices.locator('body')).toContainText('© Copyright 2025 Adobe.');
});
