import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellWhileSeen } from '../../../../src/page/automatic/tell-shown.ts';

const HOUR_MS = 3_600_000;

const sent = vi.fn();
let page: { hidden: boolean } & EventTarget;
let isAnyInView = true;
let tell: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  sent.mockReset().mockResolvedValue({ ok: true });
  Object.assign(fakeBrowser.runtime, { id: 'extension', sendMessage: sent });
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
  isAnyInView = true;
  tell = tellWhileSeen(() => isAnyInView);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function setHidden(hidden: boolean): Promise<void> {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(1_000);
}

/** How often the background is told within so many milliseconds. */
async function told(withinMs = 1_000): Promise<number> {
  sent.mockClear();
  await vi.advanceTimersByTimeAsync(withinMs);
  return sent.mock.calls.length;
}

it('tells once of what comes within a moment, and again of what comes while it tells', async () => {
  for (let image = 0; image < 10; image += 1) tell();
  expect(await told()).toBe(1);
  sent.mockImplementationOnce(async () => {
    tell();
    return { ok: true };
  });
  tell();
  expect(await told()).toBe(2);
});

it('tells nothing where nothing is in view', async () => {
  isAnyInView = false;
  tell();
  await setHidden(true);
  await setHidden(false);
  expect(sent).not.toHaveBeenCalled();
  expect(await told(3 * HOUR_MS)).toBe(0);
});

it('tells nothing of a tab that was opened in the background until it is looked at', async () => {
  page.hidden = true;
  tell();
  expect(await told(3 * HOUR_MS)).toBe(0);
  await setHidden(false);
  expect(sent).toHaveBeenCalledTimes(1);
});

it('tells nothing of a page that is left before the moment is over', async () => {
  tell();
  page.hidden = true;
  expect(await told()).toBe(0);
  await setHidden(false);
  expect(sent).toHaveBeenCalledTimes(1);
});

it('tells again, of what may wait for the budget, when it is looked at anew, and an hour later while it is looked at', async () => {
  tell();
  expect(await told()).toBe(1);
  isAnyInView = false;
  await setHidden(true);
  await setHidden(false);
  expect(sent).toHaveBeenCalledTimes(2);
  expect(await told(HOUR_MS)).toBe(0);
  expect(await told(HOUR_MS)).toBe(1);
  await setHidden(true);
  expect(await told(3 * HOUR_MS)).toBe(0);
});
