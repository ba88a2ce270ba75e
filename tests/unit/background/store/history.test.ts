import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHistory } from '../../../../src/background/store/history.ts';
import { droppedResultsItem } from '../../../../src/core/store/dropped-results-item.ts';
import { onHistoryChanged } from '../../../../src/core/store/history-changes.ts';
import { createHistoryList } from '../../../../src/pages/results/history-list.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from './fresh-database.ts';

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
  vi.restoreAllMocks();
});

const history = createHistory;
const picture = (size: number) => new Blob([new Uint8Array(size)], { type: 'image/webp' });
const AI = { isAi: true, likelihood: 0.9 };

describe('the history', () => {
  it('gives the latest first, each check once, with its thumbnail', async () => {
    await history().put(aCheck('a', 1));
    await history().put(aCheck('c', 3, { thumbnail: picture(3) }));
    await history().put(aCheck('b', 2));
    await history().put(aCheck('c', 3, { verdict: AI, thumbnail: picture(5) }));
    const latest = await history().latest(2);
    expect(latest.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(latest[0]).toMatchObject({ verdict: AI, state: 'done' });
    expect(latest.map(({ thumbnail }) => thumbnail?.size)).toEqual([5, undefined]);
  });

  it('forgets the thumbnail of a check that was kept before with one', async () => {
    await history().put(aCheck('a', 1, { thumbnail: picture(3) }));
    await history().put(aCheck('a', 1));
    expect((await history().latest(1))[0]).not.toHaveProperty('thumbnail');
  });

  it('removes one, what is older than a moment, and all, each with its thumbnail', async () => {
    for (const [id, at] of Object.entries({ a: 1, b: 2, c: 3, d: 4 })) {
      await history().put(aCheck(id, at, { thumbnail: picture(1) }));
    }
    const left = async () => {
      const ids = (await history().latest(9)).map(({ id }) => id);
      const pictures = await Promise.all(['a', 'b', 'c', 'd'].map((id) => createHistoryList().thumbnail(id)));
      expect(pictures.filter((one) => one !== undefined)).toHaveLength(ids.length);
      return ids;
    };
    await history().take(['c']);
    expect(await left()).toEqual(['d', 'b', 'a']);
    await history().removeBefore(2);
    expect(await left()).toEqual(['d', 'b']);
    await history().removeBefore();
    expect(await left()).toEqual([]);
  });

  it('keeps the Content Credentials of a file with its check, gives them back with it, and loses them with it', async () => {
    const signed = (id: string) =>
      aCheck(id, 1, { fileMetadata: { credentials: { state: 'valid' }, notes: [], facts: {} } });
    const whole = { json: '{}', pictures: [picture(1), undefined] };
    await history().put(signed('a'), whole);
    await history().put(signed('a')); // Something else of it has changed.
    expect(await history().credentials('a')).toEqual(whole);
    const taken = await history().take(['a']);
    expect(await history().credentials('a')).toBeUndefined();
    await history().putBack(taken);
    expect(await history().credentials('a')).toEqual(whole);
    await history().removeThumbnails();
    expect(await history().credentials('a')).toEqual({ json: '{}', pictures: [] });
    await history().put(aCheck('a', 1)); // Other bytes, which have none.
    expect(await history().credentials('a')).toBeUndefined();
    await history().put(signed('a'), whole);
    await history().removeBefore();
    expect(await history().credentials('a')).toBeUndefined();
  });

  it('takes over what was kept before credentials and places were', async () => {
    const before = await openDB('bitmind-history', 1, {
      upgrade(database) {
        database.createObjectStore('thumbnails');
        database.createObjectStore('checks', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
      },
    });
    await before.put('checks', aCheck('a', 1));
    before.close();
    expect((await history().latest(1)).map(({ id }) => id)).toEqual(['a']);
    const list = createHistoryList();
    await list.learnPlaces(['a']);
    const page = 'https://news.example/story';
    expect(list.places.get('a')).toEqual({ startedAt: 1, page, toOpen: page });
    await history().put(aCheck('b', 2), { json: '{}', pictures: [] });
    expect(await history().credentials('b')).toEqual({ json: '{}', pictures: [] });
  });

  it('removes the thumbnails and keeps the results', async () => {
    await history().put(aCheck('a', 1, { thumbnail: picture(1) }));
    await history().removeThumbnails();
    expect(await history().get('a')).toEqual(aCheck('a', 1));
    expect(await createHistoryList().thumbnail('a')).toBeUndefined();
  });

  it('tells the other parts of the extension that it has changed', async () => {
    const told = vi.fn();
    const stop = onHistoryChanged(told);
    await history().put(aCheck('a', 1));
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    await history().take(['a']);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    stop();
  });
});

describe('what was judged before', () => {
  const verdictAt = (id: string, endedAt: number, sha256 = 'same') =>
    aCheck(id, endedAt - 5, { endedAt, verdict: AI, read: { sha256 } });

  it('is found by the hash of its bytes: the latest, and none that is too old', async () => {
    await history().put(verdictAt('old', 100));
    await history().put(verdictAt('new', 200));
    await history().put(verdictAt('other', 300, 'other'));
    expect((await history().verdictOf('same', 150))?.id).toBe('new');
    expect((await history().verdictOf('same', 200))?.id).toBe('new');
    expect(await history().verdictOf('same', 201)).toBeUndefined();
    expect(await history().verdictOf('nothing', 0)).toBeUndefined();
  });

  it('is no check that failed, though its bytes were read', async () => {
    await history().put(verdictAt('good', 100));
    await history().put(aCheck('bad', 200, { read: { sha256: 'same' } }));
    expect((await history().verdictOf('same', 0))?.id).toBe('good');
  });

  it('gets no younger by being used again', async () => {
    await history().put({ ...verdictAt('again', 500), answeredAt: 100 });
    expect(await history().verdictOf('same', 101)).toBeUndefined();
    expect((await history().verdictOf('same', 100))?.id).toBe('again');
  });

  it('is found by its address, with what its server said of it', async () => {
    const validators = { etag: '"7"', lastModified: 'Sun, 06 Nov 1994 08:49:37 GMT' };
    await history().put(aCheck('a', 1, { verdict: AI, read: { validators } }));
    expect((await history().latestAt('https://cdn.example/a.jpg', 0))?.read?.validators).toEqual(validators);
    expect(await history().latestAt('https://cdn.example/a.jpg', 3)).toBeUndefined();
    expect(await history().latestAt('https://cdn.example/b.jpg', 0)).toBeUndefined();
  });

  it.each([
    ['what was on the screen', { read: { method: 'screen' } }],
    ['the pixels of the element', { read: { method: 'pixels' } }],
    ['a cut address', { media: { isUrlCut: true } }],
    ['an address of the page alone', { media: { url: 'blob:https://news.example/1' } }],
  ] as const)('is not found by the address when it was %s', async (_name, told) => {
    const check = aCheck('a', 1, { verdict: AI, read: {}, ...told });
    await history().put(check);
    expect(await history().latestAt(('url' in check.media && check.media.url) || '', 0)).toBeUndefined();
    expect((await history().verdictOf('hash of a', 0))?.id).toBe('a');
  });
});

describe('without room for more', () => {
  /** Lets the browser refuse some writes. */
  function refuse(times: number, name = 'QuotaExceededError'): void {
    const { put } = IDBObjectStore.prototype;
    let left = times;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'checks' && left-- > 0) throw new DOMException('no room', name);
      return put.call(this, value, key);
    });
  }

  async function fill(count: number): Promise<void> {
    for (let at = 1; at <= count; at += 1) await history().put(aCheck(`${at}`, at, { thumbnail: picture(1) }));
  }

  it('the oldest results make room, and the user is told of it', async () => {
    await fill(30);
    refuse(2);
    await history().put(aCheck('new', 99));
    expect(await droppedResultsItem.get()).toMatchObject({ count: 20, isKept: true });
    const left = (await history().latest(99)).map(({ id }) => id);
    expect(left).toEqual(['new', '30', '29', '28', '27', '26', '25', '24', '23', '22', '21']);
  });

  it('no more is removed than may help, and the user is told that the new one is not kept', async () => {
    await fill(90);
    refuse(9);
    await history().put(aCheck('new', 99));
    expect(await droppedResultsItem.get()).toMatchObject({ count: 46, isKept: false });
    expect(await history().latest(99)).toHaveLength(44);
  });

  it('nothing is removed where that was of no use the last time', async () => {
    await fill(90);
    await droppedResultsItem.set({ count: 0, isKept: false, isTold: false, failedAt: Date.now() });
    refuse(2);
    await history().put(aCheck('new', 99));
    expect(await droppedResultsItem.get()).toMatchObject({ count: 0, isKept: false });
    expect(await history().latest(99)).toHaveLength(90);
  });

  it('of several at once, each is kept, and room is made for the first alone', async () => {
    await fill(90);
    refuse(4);
    const full = history();
    await Promise.all(['x', 'y', 'z'].map((id) => full.put(aCheck(id, 99))));
    expect(await droppedResultsItem.get()).toMatchObject({ count: 23, isKept: true });
    expect(await history().latest(99)).toHaveLength(70);
  });

  it('is told when there is room again', async () => {
    await droppedResultsItem.set({ count: 7, isKept: false, isTold: true, failedAt: Date.now() });
    refuse(2);
    const full = history();
    await full.put(aCheck('x', 1));
    expect(await droppedResultsItem.get()).toMatchObject({ count: 7, isKept: false });
    await full.put(aCheck('y', 1));
    expect(await droppedResultsItem.get()).toMatchObject({ count: 7, isKept: true });
  });

  it('nothing is removed for another fault', async () => {
    await fill(3);
    refuse(1, 'UnknownError');
    await expect(history().put(aCheck('new', 99))).rejects.toThrow('no room');
    expect(await history().latest(9)).toHaveLength(3);
  });
});
