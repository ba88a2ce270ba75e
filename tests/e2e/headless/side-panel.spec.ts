import type { Page } from '@playwright/test';
import { axeFaults } from '../axe-faults.ts';
import { cutOff } from '../cut-off.ts';
import { allTampering } from '../hostile/cases/tampering.ts';
import { expectPromisesKept } from '../hostile/four-promises.ts';
import { routesOf, TARGET } from '../hostile/hostile-case.ts';
import { numberedPicture, pageOfPictures } from '../many-pictures.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

/** A side panel that somebody sees at 400 %, and one as narrow as Firefox's may be. */
const REFLOW = [
  { width: 320, height: 256 },
  { width: 240, height: 600 },
] as const;

/** By the numbers of the pictures. */
const VERDICTS = [
  { isAI: false, confidence: 0.9 },
  { isAI: true, confidence: 0.97 },
  { isAI: true, confidence: 0.52 },
  { isAI: true, confidence: 0.51 },
] as const;

const verdictOn = (bytes: Buffer | undefined) =>
  VERDICTS.find((_, number) => bytes?.equals(numberedPicture(number))) ?? VERDICTS[0];

test('the side panel lists, sorts and filters what is checked in the page in front, and is used by keys alone @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(pageOfPictures(4));
  await user.signIn();
  const panel = await user.openOwnPage('side-panel.html');
  const page = await user.visit(pages.origin); // In front of the same window.
  await panel.getByText('No checks in this tab yet').waitFor();
  expect(await axeFaults(panel)).toEqual([]);
  sandbox.next('/batch_image', { verdict: verdictOn });
  const pill = await user.checkPage(page);
  await pill.press('Check 4 images');
  await page.getByRole('heading').click(); // So that the focus is nowhere.
  const list = panel.getByRole('list', { name: 'Checks in this tab' });
  const names = () => list.locator('.unseen').allTextContents(); // At once: a row may leave the list meanwhile.
  const inOrder = (...order: readonly string[]) =>
    expect.poll(names).toEqual(order.map((one) => expect.stringMatching(one)));
  await inOrder('not AI', 'Likely AI', '52%', '51%');
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '4');
  await expect(panel.getByRole('status').filter({ hasText: 'Shown: 4 of 4' })).toHaveCount(1);
  await panel.getByLabel('Sort').selectOption('AI likelihood');
  await inOrder('Likely AI', '52%', '51%', 'not AI');
  await panel.getByLabel('Filter').selectOption('Inconclusive');
  await inOrder('52%', '51%');
  await panel.getByLabel('Filter').selectOption('All');
  await inOrder('Likely AI', '52%', '51%', 'not AI');
  expect(await axeFaults(panel)).toEqual([]);
  await holdsWhenNarrow(panel);

  await panel.getByRole('heading', { name: 'Check with BitMind' }).click({ force: true });
  const focused = panel.locator(':focus');
  await panel.keyboard.press('j');
  await expect(focused).toHaveAccessibleName(/^Likely AI/);
  await panel.keyboard.press('ArrowDown');
  await expect(focused).toHaveAccessibleName(/^Inconclusive/);
  await panel.keyboard.press('k');
  await panel.keyboard.press('n');
  await expect(focused).toHaveAccessibleName(/^Inconclusive/);
  await panel.keyboard.press('Enter');
  const details = panel.getByRole('article', { name: /^Inconclusive/ });
  await expect(details.getByText('PNG ·')).toBeVisible();
  await expect.poll(async () => Math.round((await details.boundingBox())?.y ?? 0)).toBe(12); // At the top of the window.
  await expect.poll(() => page.evaluate(outlined)).toEqual(['p2', 'BODY']);
  await panel.keyboard.press('a');
  await expect(details.getByRole('button', { name: 'Agree', exact: true, pressed: true })).toBeVisible();
  await expect(panel.getByRole('status').filter({ hasText: 'My judgement · Agree' })).toHaveCount(1);
  expect(await axeFaults(panel)).toEqual([]);
  await holdsWhenNarrow(panel);
  await panel.keyboard.press('?');
  const keys = panel.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toBeVisible();
  expect(await axeFaults(panel)).toEqual([]);
  await keys.getByText('Next unsure').click(); // The focus is nowhere, and the keys are none of what lies below.
  await panel.keyboard.press('k');
  await panel.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(details).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(focused).toHaveAccessibleName(/^Inconclusive/);
  await panel.getByLabel('Filter').selectOption('Inconclusive');
  await panel.getByRole('heading', { name: 'Check with BitMind' }).click({ force: true });
  await expect(list.locator('[aria-current]')).toHaveAccessibleName(/52%/); // Keys act on it.
  await panel.keyboard.press('j');
  await panel.keyboard.press('k');
  await expect(focused).toHaveAccessibleName(/52%.*My judgement · Agree$/);
  sandbox.next('/image', { verdict: { isAI: false, confidence: 0.9 } });
  await panel.keyboard.press('r');
  await inOrder('51%'); // What is no more in the list leaves its place to the next.
  await expect(focused).toHaveAccessibleName(/51%/);
  await panel.keyboard.press('u');
  await expect(focused).toHaveAccessibleName(/My judgement · Unsure$/);
  const elsewhere = await user.visit(pages.otherOrigin);
  await panel.getByText('No checks in this tab yet').waitFor();
  await elsewhere.close();
  await page.bringToFront();
  await inOrder('51%'); // What is shown of a list is so from tab to tab.
  const results = await user.openOwnPage('results.html');
  await results.getByRole('button', { name: 'Details: Inconclusive' }).click();
  await expect(results.getByRole('dialog').getByText('My judgement')).toBeVisible();
});

test('a page that fights the panel by all it has is checked from the side panel, and the promises hold', async ({
  user,
  pages,
  sandbox,
}) => {
  const percent = 83;
  const { origin, otherOrigin, loopbackOrigin } = pages;
  const known = { origin, otherOrigin, loopbackOrigin, extensionOrigin: '' };
  pages.setRoutes(routesOf({ name: 'all at once', outcome: { kind: 'verdict-or-none' }, ...allTampering }, known));
  await user.signIn();
  const side = await user.openOwnPage('side-panel.html');
  await side.getByText('Connected').waitFor();
  sandbox.reset(); // The account was asked for. From here on nothing but the user's act may send.
  sandbox.always('/image', { verdict: { isAI: true, confidence: percent / 100 } });
  const page = await user.visit(origin);
  const panel = await user.checkPrivately(page, TARGET);
  const answer = side.getByRole('button', { name: 'Check anyway' });
  await answer.waitFor();
  await expect(side.getByRole('status').filter({ hasText: /^Waiting for your answer · Shown: 1 of 1/ })).toHaveCount(1);
  await expect.poll(() => page.evaluate("'host' in window")).toBe(true); // The page has seen it come.
  await panel.waitUntilGone();
  await answer.click();
  await side.getByRole('button', { name: new RegExp(`^Likely AI-generated · ${percent}%`) }).waitFor();
  const browser = { sandbox, evaluate: (expression: string) => page.evaluate(expression) };
  await expectPromisesKept({ browser, panel: undefined, acts: 1, percent, isForging: false });
});

/** Nothing sticks out of it, however narrow it is. */
async function holdsWhenNarrow(panel: Page): Promise<void> {
  const before = panel.viewportSize();
  for (const size of REFLOW) {
    await panel.setViewportSize(size);
    expect(await settled('its content is there', () => cutOff(panel))).toEqual([]);
  }
  if (before) await panel.setViewportSize(before);
}

/** Runs in the page: what is outlined, and what has the focus. */
function outlined(): readonly (string | undefined)[] {
  const [shown] = document.getAnimations();
  const target = shown?.effect instanceof KeyframeEffect ? shown.effect.target?.id : undefined;
  return [target, document.activeElement?.tagName];
}
