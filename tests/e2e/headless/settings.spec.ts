import { expect, test } from './headless-test.ts';

test('an inconclusive band that is none is said to be so, and the last one goes on to count', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const [from, to] = [options.getByLabel('From (%)'), options.getByLabel('To (%)')];
  await from.fill('70');
  await from.blur();
  await expect(options.getByText('Enter two numbers from 0 to 100')).toContainText('Until then 40 % to 60 % applies.');
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(from).toHaveValue('70');
  await to.fill('80');
  await to.blur();
  await expect(options.getByText('Saved: 70 % to 80 %.')).toBeVisible();
  await options.reload();
  await expect(from).toHaveValue('70');
  await expect(to).toHaveValue('80');
});

test('settings that are on or off stay as they are chosen', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const box = options.getByLabel('Ask before checking pictures of private networks');
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect(options.getByLabel('Also show the menu where no image is detected')).not.toBeChecked();
  await options.reload();
  await expect(box).not.toBeChecked();
});
