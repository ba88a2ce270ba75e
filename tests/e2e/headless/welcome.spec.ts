import { readFileSync } from 'node:fs';
import { PHOTOGRAPHS } from '../../fixtures/photographs.ts';
import { fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { expect, test } from './headless-test.ts';

test('the welcome page leads from a try without an account to a verdict, on the page itself @quick', async ({
  user,
  sandbox,
}) => {
  const welcome = await user.openOwnPage('welcome.html');
  const steps = welcome.getByRole('heading', { level: 2 });
  await expect(steps).toHaveText(['1Try it', '2Sign in', '3Site access', '4Pin the button']);
  await expect(welcome.getByRole('link', { name: 'Get an account' })).toHaveAttribute(
    'href',
    /^https:\/\/app\.bitmind\.ai/,
  );
  await (await user.check(welcome, 'img')).waitForLine('Sign in to get a verdict');
  const region = await chromiumPageTree(welcome).waitForRole('region', 'BitMind check');
  const besideSample = async () => {
    const sample = await welcome.locator('img').boundingBox();
    return sample && Math.round((await region.box()).x - sample.x - sample.width);
  };
  await expect.poll(besideSample).toBe(9); // Within its border of a pixel.
  await expect(steps).toHaveText(['✓Try it (Done)', '2Sign in', '3Site access', '4Pin the button']);
  expect(sandbox.requests()).toHaveLength(0);
  await fillAccountForm(welcome, { ...OAUTH_ACCOUNT, serviceAddress: sandbox.origin });
  await welcome.getByRole('button', { name: 'Save and test' }).click();
  await expect(welcome.getByRole('status')).toContainText('Connected. Your account is saved.');
  await welcome.getByRole('button', { name: 'Ask me each time' }).click();
  await expect(welcome.getByText('You’ll be asked each time.')).toBeVisible();
  await expect(steps).toHaveText(['✓Try it (Done)', '✓Sign in (Done)', '✓Site access (Done)', '4Pin the button']);
  const panel = await user.check(welcome, 'img');
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine('AI likelihood 4%'); // A look may fall between the two.
  const alps = PHOTOGRAPHS.find(({ name }) => name === 'alps');
  expect(sandbox.requests('/image')[0]?.body?.equals(readFileSync(alps?.path ?? ''))).toBe(true);
});
