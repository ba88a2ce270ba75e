import { setTicked } from '../set-ticked.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

test('an inconclusive band that is none is said to be so, and the last one goes on to count', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const from = options.getByRole('spinbutton', { name: /^Show an AI likelihood from … to \d+% as “Inconclusive”$/ });
  const to = options.getByRole('spinbutton', { name: /^Show an AI likelihood from \d+ to …% as “Inconclusive”$/ });
  await from.fill('70');
  await from.blur();
  await expect(options.getByText('Enter two numbers from 0 to 100')).toContainText('Until then, 40% to 60% applies.');
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(from).toHaveValue('70');
  await to.fill('80');
  await to.blur();
  await expect(options.getByText('Saved: 70% to 80%.')).toBeVisible();
  await options.reload();
  await expect(from).toHaveValue('70');
  await expect(to).toHaveValue('80');
});

test('settings that are on or off stay as they are chosen @quick', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const box = options.getByLabel('Ask before sending files from private networks');
  await expect(box).toBeChecked();
  await setTicked(box, false);
  await expect(options.getByLabel('Also show the menu item where no image is detected')).not.toBeChecked();
  await options.reload();
  await expect(box).not.toBeChecked();
});

test('a setting that could not be kept does not look as if it were', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const box = options.getByLabel('Ask before sending files from private networks');
  const days = options.getByRole('spinbutton', { name: 'Reuse a verdict for the same file for … days', exact: true });
  await expect(box).toBeChecked();
  await options.evaluate(`chrome.storage.local.set = () => Promise.reject(new Error('FILE_ERROR_NO_SPACE'))`);
  const failures = options.getByText('Something went wrong in this extension. Try again.');
  await box.click();
  await expect(failures).toHaveCount(1);
  await expect(box).toBeChecked();
  await days.fill('9');
  await days.blur();
  await expect(failures).toHaveCount(2);
  await options.getByLabel('Keep results').selectOption('Don’t keep');
  await expect(failures).toHaveCount(3);
  await expect(options.getByLabel('Keep results')).toHaveValue('30');
});

test('what is being typed stays while something else of the page changes', async ({ user }) => {
  await user.signIn();
  const options = await user.openOwnPage('options.html');
  const days = options.getByLabel('Reuse a verdict for the same file for');
  await expect(options.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await days.fill('9');
  const other = await user.openOwnPage('options.html');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(options.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  await expect(days).toHaveValue('9');
  await days.blur();
  const kept = `chrome.storage.local.get('settings').then(({ settings }) => settings?.reuseDays)`;
  await expect.poll(() => options.evaluate(kept)).toBe(9);
});

test('the sections are drawn at once, and stay where they are when BitMind has answered', async ({ user }) => {
  await user.signIn();
  const options = await user.openOwnPage('options.html');
  await expect(options.getByRole('status').first()).toContainText('Connected · Sandbox');
  const sections = options.getByRole('heading', { level: 2 });
  await expect(sections).toHaveText(['Account', 'Checking', 'Privacy', 'Advanced', 'About']);
  expect(await settled('BitMind has answered', () => options.evaluate(layoutShifts))).toEqual([]);
});

/** What has moved since the page was opened, of what the user saw. */
function layoutShifts(): Promise<number[]> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().map(({ startTime }) => startTime)));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What was buffered is told in a task of its own, before the next frame but one.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
  });
}

test('a number that cannot be used is marked and described', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  const size = options.getByRole('spinbutton', { name: 'Ask before sending videos over … MB', exact: true });
  await expect(size).toHaveValue('50');
  await size.fill('501');
  await size.blur();
  await expect(size).toHaveAttribute('aria-invalid', 'true');
  await expect(size).toHaveAccessibleDescription(
    'Enter a whole number from 0 to 500. Until then, the previous value applies.',
  );
});
