import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createImageBudget } from '../../../../src/background/page-run/image-budget.ts';
import { changeSettings } from '../../../../src/pages/options/use-settings.ts';

const HOUR = 3_600_000;
let now = 10 * HOUR;

beforeEach(async () => {
  fakeBrowser.reset();
  now = 10 * HOUR;
  await changeSettings({ automaticPerHour: 5 });
});

/** A budget as a background builds it; another one is what a later background has. */
async function budget() {
  const made = createImageBudget(() => now);
  await made.load();
  return made;
}

it('gives room to so many images an hour, and to more as the hour passes', async () => {
  const { take } = await budget();
  expect([take(3), take(3), take(1)]).toEqual([3, 2, 0]);
  now += HOUR - 1;
  expect(take(1)).toBe(0);
  now += 1;
  expect(take(9)).toBe(5);
});

it('is kept over the background’s end, also where images have been given room back', async () => {
  const first = await budget();
  first.take(4);
  first.giveBack();
  const second = await budget();
  expect(second.take(9)).toBe(2);
});

it('goes by the setting as it is now, and says what that is', async () => {
  const made = await budget();
  made.take(5);
  await changeSettings({ automaticPerHour: 7 });
  await made.load();
  expect([made.limit(), made.take(9)]).toEqual([7, 2]);
});

it('does not count what lies in the future: the clock was set back', async () => {
  const { take } = await budget();
  take(5);
  now -= 2 * HOUR;
  expect(take(9)).toBe(5);
});
