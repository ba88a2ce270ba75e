import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readInPage, showMedia, showPanel } from '../../../../src/background/page-link/page-link.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import type { PanelView } from '../../../../src/core/protocol/panel-view.ts';

const MEDIA: PageMedia = {
  kind: 'video',
  pointedBy: 'menu',
  url: 'https://news.example/a.mp4',
  pageUrl: 'https://news.example/',
  tabId: 7,
  frameId: 3,
  isPrivate: false,
};
const LIMITS = { maxBytes: 500, askAboveBytes: 100 };

type Answers = Readonly<Record<string, () => unknown>>;

/** What the page answers, by the message; gives the messages that came. */
function pageThat(answers: Answers) {
  const send = async (_tabId: number, message: unknown) => {
    const type = typeof message === 'object' && message && 'type' in message ? String(message.type) : '';
    return answers[type]?.();
  };
  return vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send);
}

beforeEach(() => fakeBrowser.reset());

describe('the media of a check, shown in its page', () => {
  const { url: _, ...unnamed } = MEDIA;
  it.each<[string, PageMedia, object]>([
    ['as it was pointed at, until it was found', MEDIA, { pointed: { by: 'menu', url: MEDIA.url } }],
    [
      'then by its address',
      { ...MEDIA, targetElementId: 5, isFound: true },
      { pointed: { by: 'toolbar', url: MEDIA.url } },
    ],
    ['by what its page remembers, where it has none', { ...unnamed, pointedBy: 'keyboard', isFound: true }, {}],
  ])('is looked for %s', async (_how, media, request) => {
    const send = pageThat({ showMedia: () => true });
    expect(await showMedia('1', media)).toBe(true);
    expect(send.mock.calls[0]?.[1]).toEqual({ type: 'showMedia', request: { checkId: '1', ...request } });
  });
});

describe('the panel of media in a frame', () => {
  const VIEW: PanelView = {
    checkId: '1',
    isRunning: true,
    hasEnded: false,
    isComplete: false,
    lines: [],
    buttons: [],
    details: [],
  };
  const POINTED = { by: 'menu', url: MEDIA.url };
  const FRAME = [3, { pointed: POINTED }] as const;
  const FRAME_COVERED = [3, { pointed: POINTED, place: 'over' }] as const;
  const BESIDE = [0, { place: { frameId: 3, number: 1 } }] as const;
  const BESIDE_UNREACHED = [0, { place: { frameId: 3 } }] as const;
  const CORNER = [0, {}] as const;

  it.each([
    ['in it, where it has room', [true], [FRAME]],
    ['beside it in the top page, where it has none', [1, true], [FRAME, BESIDE]],
    ['over the media, where the top page does not know the frame', [1, false, true], [FRAME, BESIDE, FRAME_COVERED]],
    [
      "in the top page's corner, where the frame is too small",
      [1, false, 1, true],
      [FRAME, BESIDE, FRAME_COVERED, CORNER],
    ],
    ['beside a frame out of reach', [undefined, true], [FRAME, BESIDE_UNREACHED]],
    ["in the top page's corner, where that is not known", [undefined, false, true], [FRAME, BESIDE_UNREACHED, CORNER]],
    ['nowhere, where no script may run', [], [FRAME, BESIDE_UNREACHED, CORNER]],
  ])('stands %s', async (_where, answers, asked) => {
    const told = [...answers];
    const sent = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => told.shift());
    expect(await showPanel('1', MEDIA, VIEW)).toBe(answers.length > 0);
    expect(sent.mock.calls).toEqual(
      asked.map(([frameId, more]) => [
        MEDIA.tabId,
        { type: 'openPanel', request: { checkId: '1', view: VIEW, ...more } },
        { frameId },
      ]),
    );
  });
});

describe('reading in a page', () => {
  it('tells the page what is too large, and takes its word for the size', async () => {
    const asked = pageThat({ readMedia: () => ({ sizeBytes: 101, ledTo: 'https://cdn.example/a.mp4' }) });
    const { signal } = new AbortController();
    const read = await readInPage('1', MEDIA, { limits: LIMITS, signal });
    expect(read).toEqual({ sizeBytes: 101, ledTo: 'https://cdn.example/a.mp4' });
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ type: 'readMedia', request: { checkId: '1', limits: LIMITS } });
  });

  it('stops the page when the check is cancelled', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const asked = pageThat({ readMedia: () => promise, stopRead: () => resolve({ unreadable: true }) });
    const controller = new AbortController();
    const read = readInPage('1', MEDIA, { limits: LIMITS, signal: controller.signal });
    controller.abort();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toHaveBeenLastCalledWith(7, { type: 'stopRead', request: { checkId: '1' } }, { frameId: 3 });
  });

  it('tells how far the page has got, for as long as it reads', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const late = Promise.withResolvers<unknown>();
    const told = [{ doneBytes: 40, totalBytes: 90 }, late.promise];
    const asked = pageThat({ readMedia: () => promise, readProgress: () => told.shift() });
    const onProgress = vi.fn();
    const { signal } = new AbortController();
    const read = readInPage('1', MEDIA, { limits: LIMITS, signal, onProgress });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onProgress.mock.calls).toEqual([[40, 90]]);
    await vi.advanceTimersByTimeAsync(1_000);
    resolve({ unreadable: true });
    await read;
    late.resolve({ doneBytes: 80, totalBytes: 90 });
    const before = asked.mock.calls.length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked.mock.calls).toHaveLength(before);
    expect(onProgress).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});
