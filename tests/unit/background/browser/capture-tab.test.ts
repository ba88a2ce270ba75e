import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureTab } from '../../../../src/background/browser/capture-tab.ts';

const TOO_OFTEN = new Error(
  'This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota. Exceeded quota for extension.',
);

const captureVisibleTab = vi.fn<() => Promise<string>>();

beforeEach(() => {
  Object.assign(fakeBrowser.tabs, { captureVisibleTab, get: async () => ({ active: true, windowId: 1 }) });
});

it('waits for its turn, where others have just been captured', async () => {
  captureVisibleTab.mockRejectedValueOnce(TOO_OFTEN).mockRejectedValueOnce(TOO_OFTEN).mockResolvedValue('data:,seen');
  expect(await (await captureTab(1)).text()).toBe('seen');
  expect(captureVisibleTab).toHaveBeenCalledTimes(3);
});

it('fails at once for another reason', async () => {
  captureVisibleTab.mockRejectedValue(new Error('Cannot access contents of the page.'));
  await expect(captureTab(1)).rejects.toMatchObject({ data: { code: 'capture-failed' } });
  expect(captureVisibleTab).toHaveBeenCalledTimes(1);
});
