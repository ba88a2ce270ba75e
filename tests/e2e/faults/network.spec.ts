import { expectOthersGoOn, requestCounts } from '../../faults/expect-others-go-on.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import type { BrowserBed } from './browser-bed.ts';
import { expect, test } from './fault-test.ts';

// What the network of this computer does, in a browser that has none to lose: its word for it is set, its names lead nowhere.

test.describe.configure({ mode: 'default' });

test('image: this computer is offline, and back for "Try again"', async ({ bed }) => {
  const { sandbox } = bed;
  sandbox.reset();
  await sandbox.goDown();
  await sayOnline(bed, false);
  const check = await bed.begin('image');
  await check.shown.waitForLine(/^This computer is offline\. Nothing was lost/);
  expect(await check.now()).toMatchObject([{ state: 'failed', error: { code: 'offline' } }]);
  await sandbox.comeBack();
  await sayOnline(bed, true);
  await check.shown.press('Try again');
  await check.shown.waitForLine(/^Likely/);
  const { '/v1/oauth/token': _, ...counts } = requestCounts(bed);
  expect(counts).toEqual({ '/image': 1 });
  await expectOthersGoOn(bed);
});

test('image: no address is known for the name of the service', async ({ bed }) => {
  const { sandbox, ownPage } = bed;
  sandbox.reset();
  const before = await ownPage.evaluate<object>('chrome.storage.local.get("account")');
  const elsewhere = JSON.parse(JSON.stringify(before).replaceAll(sandbox.origin, 'https://bitmind.invalid'));
  await ownPage.evaluate(`chrome.storage.local.set(${JSON.stringify(elsewhere)})`);
  const check = await bed.begin('image');
  await check.shown.waitForLine(/^BitMind can’t be reached\. Check your connection and “Service address”/);
  expect(requestCounts(bed)).toEqual({});
  await ownPage.evaluate(`chrome.storage.local.set(${JSON.stringify(before)})`);
  await check.shown.press('Try again');
  await check.shown.waitForLine(/^Likely/);
  await expectOthersGoOn(bed);
});

/** What the browser says of the network to the background; no emulation of DevTools reaches all that sends from there. */
async function sayOnline({ chromium }: BrowserBed, isOnline: boolean): Promise<void> {
  const value = `{ value: ${isOnline}, configurable: true }`;
  await evaluateInServiceWorker(chromium, `void Object.defineProperty(navigator, 'onLine', ${value})`);
}
