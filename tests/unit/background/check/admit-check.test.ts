import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isPlaceAllowed } from '../../../../src/background/check/admit-check.ts';
import * as policy from '../../../../src/background/store/policy.ts';
import { aCheck } from '../../../a-check.ts';

const { media } = aCheck('a', 1);
const page = 'https://news.example/story';

beforeEach(() => fakeBrowser.reset());

/** Whether an image there may be checked where this is blocked; `origins`: what the browser tells in its frame. */
async function isAllowed(
  blocked: string,
  place: { readonly pageUrl: string; readonly frameId: number; readonly frameUrl?: string },
  origins: readonly string[],
): Promise<boolean> {
  vi.spyOn(policy, 'readPolicy').mockResolvedValue({ blockedSites: [blocked] });
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [{ frameId: place.frameId, result: origins }] });
  return isPlaceAllowed({ ...media, ...place, url: 'https://cdn.example/a.jpg' });
}

it.each([
  ['a page', { pageUrl: 'https://bank.example/', frameId: 0 }, ['https://bank.example'], false],
  ['a blank page that it opened', { pageUrl: 'about:blank', frameId: 0 }, ['https://bank.example'], false],
  ['a blank page of another', { pageUrl: 'about:blank', frameId: 0 }, [page], true],
  ['a frame', { pageUrl: page, frameId: 3, frameUrl: 'https://bank.example/a' }, [], false],
  [
    'a frame around',
    { pageUrl: page, frameId: 3, frameUrl: 'https://ads.example/a' },
    ['https://ads.example', 'https://bank.example', 'https://news.example'],
    false,
  ],
  [
    'a blank frame that it filled',
    { pageUrl: page, frameId: 3 },
    ['https://bank.example', 'https://news.example'],
    false,
  ],
  ['a blank frame of the page', { pageUrl: page, frameId: 3 }, ['https://news.example', 'https://news.example'], true],
  ['a frame without any origin', { pageUrl: page, frameId: 3 }, ['null', 'https://news.example'], true],
  ['a frame in which no script may run', { pageUrl: page, frameId: 3 }, [], true],
] as const)('bank.example is blocked: %s', async (_name, place, origins, allowed) => {
  expect(await isAllowed('bank.example', place, origins)).toBe(allowed);
});

it('a part of a site that is blocked hinders nothing in blank frames of its other pages', async () => {
  const origins = ['https://news.example', 'https://news.example'];
  expect(await isAllowed('news.example/private/*', { pageUrl: page, frameId: 3 }, origins)).toBe(true);
});
