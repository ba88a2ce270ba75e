import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reasonsToAsk } from '../../../../src/background/read/reasons-to-ask.ts';
import { forgetAgreedInPrivate, rememberAgreed } from '../../../../src/background/store/agreed.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { settingsItem } from '../../../../src/core/store/settings-item.ts';

const MEDIA: PageMedia = {
  kind: 'image',
  pointedBy: 'menu',
  url: 'https://cdn.example/a.jpg',
  pageUrl: 'https://page.example/',
  tabId: 1,
  frameId: 0,
  isPrivate: false,
};

beforeEach(() => fakeBrowser.reset());

describe('before sending, the user is asked', () => {
  it.each<readonly [string, Partial<PageMedia>, readonly string[], string]>([
    ['not about a public picture', {}, [], 'cdn.example'],
    ['not about a public picture in a private page', { pageUrl: 'http://intranet.local/' }, [], 'cdn.example'],
    ['about a private address', { url: 'http://10.1.2.3:8080/a.jpg' }, ['private-network'], '10.1.2.3:8080'],
    ['about this computer', { url: 'http://localhost/a.jpg' }, ['private-network'], 'localhost'],
    ['about a file', { url: 'file:///home/me/a.jpg' }, ['local-file'], ''],
    [
      'about what a private page made itself',
      { url: 'blob:http://10.1.2.3/4f', pageUrl: 'http://10.1.2.3/' },
      ['private-network'],
      '10.1.2.3',
    ],
    [
      'about what a private frame made, in a frame without an address of a public page',
      { url: 'blob:http://10.1.2.3:81/4f' },
      ['private-network'],
      '10.1.2.3:81',
    ],
    [
      'about what a private frame made in a public frame',
      { url: 'blob:http://router/4f', frameUrl: 'https://ads.example/' },
      ['private-network'],
      'router',
    ],
    ['not about what a frame without an origin of a public page made', { url: 'blob:null/4f' }, [], 'page.example'],
    [
      'about what a frame without an origin of a private page made',
      { url: 'blob:null/4f', pageUrl: 'http://router/' },
      ['private-network'],
      'router',
    ],
    [
      'about data in a private page',
      { url: 'data:image/png;base64,AA', pageUrl: 'http://router/' },
      ['private-network'],
      'router',
    ],
    [
      'about a canvas in a frame of a private page',
      { url: undefined as never, frameUrl: 'http://10.1.2.3/frame' },
      ['private-network'],
      '10.1.2.3',
    ],
    [
      "not about the extension's own sample",
      { url: 'chrome-extension://abc/sample.jpg', pageUrl: 'chrome-extension://abc/welcome.html' },
      [],
      'abc',
    ],
    ['about a private window', { isPrivate: true }, ['private-window'], 'cdn.example'],
    [
      'about both at once',
      { isPrivate: true, url: 'http://127.0.0.1/a.jpg' },
      ['private-network', 'private-window'],
      '127.0.0.1',
    ],
  ])('%s', async (_name, change, reasons, site) => {
    expect(await reasonsToAsk({ ...MEDIA, ...change })).toEqual({ reasons, site });
  });

  it('not about a file that was given for this very purpose', async () => {
    expect(await reasonsToAsk({ kind: 'image', fileName: 'a.jpg', isPrivate: true })).toEqual({ reasons: [] });
  });

  it.each([
    ['until-closed', ['private-network', 'private-window']],
    ['for-good', ['private-window']],
  ] as const)(
    'not again about a site that got a yes (%s), but about others, and in private windows',
    async (counts, inPrivate) => {
      await rememberAgreed(['private-network'], '10.1.2.3', counts);
      expect((await reasonsToAsk({ ...MEDIA, url: 'http://10.1.2.3/b.jpg' })).reasons).toEqual([]);
      expect((await reasonsToAsk({ ...MEDIA, url: 'http://10.1.2.4/b.jpg' })).reasons).toEqual(['private-network']);
      expect((await reasonsToAsk({ ...MEDIA, url: 'http://10.1.2.3/b.jpg', isPrivate: true })).reasons).toEqual(
        inPrivate,
      );
    },
  );

  it('again about what got a yes in a private window: outside it, and once it has closed', async () => {
    const url = 'http://10.1.2.3/b.jpg';
    await rememberAgreed(['private-network', 'private-window'], '10.1.2.3', 'in-private');
    expect((await reasonsToAsk({ ...MEDIA, url, isPrivate: true })).reasons).toEqual([]);
    expect((await reasonsToAsk({ ...MEDIA, url })).reasons).toEqual(['private-network']);
    await forgetAgreedInPrivate();
    expect((await reasonsToAsk({ ...MEDIA, url, isPrivate: true })).reasons).toHaveLength(2);
  });

  it('about private windows alone, with the option off', async () => {
    await settingsItem.set({ ...(await settingsItem.get()), asksForPrivate: false });
    const media = { ...MEDIA, url: 'http://10.1.2.3/b.jpg', isPrivate: true };
    expect((await reasonsToAsk(media)).reasons).toEqual(['private-window']);
  });
});

it('a yes that is not for good leaves nothing on disk', async () => {
  await rememberAgreed(['private-window'], 'secret.example', 'in-private');
  expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('secret');
});

it('asks about what nobody pointed at, whatever was set or said for what somebody did', async () => {
  await settingsItem.set({ ...(await settingsItem.get()), asksForPrivate: false });
  await rememberAgreed(['private-network'], 'intranet.local', 'for-good');
  const media: PageMedia = { ...MEDIA, url: 'http://intranet.local/a.jpg' };
  expect(await reasonsToAsk(media)).toMatchObject({ reasons: [] });
  expect(await reasonsToAsk({ ...media, isAutomatic: true })).toMatchObject({ reasons: ['private-network'] });
});
