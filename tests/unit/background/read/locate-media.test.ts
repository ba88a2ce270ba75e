import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { locateMedia } from '../../../../src/background/read/locate-media.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import type { FoundMedia } from '../../../../src/core/media/page-media.ts';

const MEDIA: PageMedia = {
  kind: 'image',
  pointedBy: 'menu',
  url: 'https://cdn.example/a.jpg',
  pageUrl: 'https://page.example/',
  tabId: 1,
  frameId: 0,
  isPrivate: false,
};
const IN_PLAYER: Partial<PageMedia> = { frameId: 3, frameUrl: 'https://player.example/embed' };
const STREAM = 'blob:https://player.example/1f';

/** A check whose page answers so; without an answer no script runs there. */
function locate(media: Partial<PageMedia>, found?: FoundMedia, fromScreen = false) {
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => {
    if (!found) throw new Error('Could not establish connection. Receiving end does not exist.');
    return found;
  });
  const check: CheckRecord = { id: 'a', state: 'reading', media: { ...MEDIA, ...media }, fromScreen, startedAt: 0 };
  return locateMedia(check);
}

afterEach(() => vi.restoreAllMocks());

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false as never);
});

describe('in a frame of another site, which is closed to scripts', () => {
  it.each<readonly [string, Partial<PageMedia>]>([
    ['a canvas', { url: undefined as never }],
    ['a video that a script feeds', { kind: 'video', url: STREAM }],
    ['an image the page made', { url: STREAM }],
    ['an address that was too long to be kept', { url: 'data:image/png;base64,iVBO', isUrlCut: true }],
  ])('%s needs access to the site of the frame', async (_name, media) => {
    expect(await locate({ ...media, ...IN_PLAYER })).toEqual({ accessNeededFor: 'https://player.example' });
    await expect(locate({ ...media, ...IN_PLAYER }, undefined, true)).rejects.toMatchObject({
      data: { code: 'frame-out-of-reach' },
    });
  });

  it('a file needs none, and neither does what the page found', async () => {
    expect(await locate(IN_PLAYER)).toEqual({ media: { ...MEDIA, ...IN_PLAYER } });
    const media = { kind: 'video', url: STREAM, ...IN_PLAYER } as const;
    expect(await locate(media, { kind: 'video', url: STREAM })).toMatchObject({
      media: { url: STREAM, isFound: true },
    });
  });
});

describe('a video without an address', () => {
  it.each([
    ['camera', true],
    ['stream', false],
  ] as const)('that is a %s is asked about as a camera or a call: %s', async (kind, isCamera) => {
    const { media } = Object.assign({ media: undefined }, await locate({ kind: 'video', url: STREAM }, { kind }));
    expect(media).toMatchObject({ kind: 'video', isFound: true, isCamera });
    expect(media).not.toHaveProperty('url');
  });
});

describe('what is not loaded yet', () => {
  it('is no picture', async () => {
    await expect(locate({}, { kind: 'not-loaded' })).rejects.toMatchObject({ data: { code: 'not-loaded' } });
  });

  it('is checked as it is on the screen, where the user wants that; and is looked for anew the next time', async () => {
    expect(await locate({}, { kind: 'not-loaded' }, true)).toEqual({ media: MEDIA });
  });
});
