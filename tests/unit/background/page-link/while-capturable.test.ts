import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { whileCapturable } from '../../../../src/background/page-link/page-link.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';

const MEDIA: PageMedia = {
  kind: 'image',
  pointedBy: 'menu',
  pageUrl: 'https://site.example/',
  tabId: 1,
  frameId: 2,
  isFound: true,
  isPrivate: false,
};
const AREA = { left: 0, top: 0, width: 9, height: 9, viewportWidth: 99, isPartial: false };
const HANGS = new Promise<never>(() => undefined);

/** What the frames of the tab were told, in order. */
let told: string[] = [];
/** A frame whose page hangs. */
let hanging: number | undefined;

beforeEach(() => {
  told = [];
  hanging = undefined;
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(() =>
    hanging === undefined ? Promise.resolve([{ frameId: 0 }, { frameId: 7 }] as never) : HANGS,
  );
  const answer = (_tab: number, { type }: { type: string }, { frameId }: { frameId: number }) => {
    if (frameId === hanging) return HANGS;
    told.push(`${type} ${frameId}`);
    return type === 'placeOnScreen' ? Promise.resolve(AREA) : Promise.reject(new Error('nobody there'));
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(answer as never);
});
afterEach(() => void vi.useRealTimers());

const toldTo = (frames: readonly number[], message: string) => frames.map((frame) => `${message} ${frame}`);
const all = (is: 'hide' | 'show') => [
  ...toldTo([0, 2], `${is}Panel`),
  ...toldTo([0, 2, 7], `${is}Badges`),
  ...toldTo([0, 2, 7], `${is}Outline`),
];
const PLACED = [...all('hide'), 'placeOnScreen 2'];
const SEEN = all('show');

it('all frames have no badges in the picture, and the top page no panel, before it is captured, and have them again after', async () => {
  const before = await whileCapturable('a', MEDIA, async () => [...told]);
  expect(before).toEqual(PLACED);
  expect(told).toEqual([...PLACED, ...SEEN]);
});

it('they have them again where the capture fails', async () => {
  await expect(whileCapturable('a', MEDIA, () => Promise.reject(new Error('no picture')))).rejects.toThrow(
    'no picture',
  );
  expect(told).toEqual([...PLACED, ...SEEN]);
});

it('a frame that hangs does not hold up the capture', async () => {
  hanging = 0;
  const captured = whileCapturable('a', MEDIA, async () => 'captured');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await captured).toBe('captured');
  const hidden = ['hidePanel 2', 'hideBadges 2', 'hideOutline 2'];
  expect(told).toEqual([...hidden, 'placeOnScreen 2', 'showPanel 2', 'showBadges 2', 'showOutline 2']);
});
