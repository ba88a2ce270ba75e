import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { collectInPage } from '../../../../src/background/page-link/page-check-link.ts';

// A page with frames, of which some hang: what is sent to one of those gets no answer, and no refusal.

interface Target {
  readonly allFrames?: boolean;
  readonly frameIds?: readonly number[];
}

const HANGS = new Promise<never>(() => undefined);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks(); // The browser is that of the other files' tests too.
});

/** `injects`: which frames a script runs in, and answers, at once; `images`: how many images each holds. */
function aPage({
  frames,
  injects,
  answers,
  images = 0,
}: Record<'frames' | 'injects' | 'answers', readonly number[]> & { readonly images?: number }) {
  const executeScript = async ({ target }: { target: Target }) => {
    const wanted = target.allFrames ? frames : (target.frameIds ?? []);
    if (wanted.some((frameId) => !injects.includes(frameId))) return HANGS;
    return wanted.map((frameId) => ({ frameId }));
  };
  const sendMessage = async (_tabId: number, _message: unknown, { frameId }: { frameId: number }) =>
    answers.includes(frameId)
      ? { media: images ? [...media] : [], url: `https://news.example/${frameId}`, isQuiet: false }
      : HANGS;
  const media = Array.from({ length: images }, (_, at) => ({
    key: `${at}`,
    size: { width: 100, height: 100 },
    isReadable: true,
  }));
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  return vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(sendMessage as never);
}

async function framesFound(): Promise<readonly number[]> {
  const found = collectInPage(1, 'image').then((frames) => frames.map(({ frameId }) => frameId));
  const settled = Promise.allSettled([found]); // So that a refusal is handled from the beginning.
  await vi.runAllTimersAsync();
  await settled;
  return found;
}

it('leaves out a frame that does not say what it holds', async () => {
  aPage({ frames: [0, 1, 2], injects: [0, 1, 2], answers: [0, 2] });
  expect(await framesFound()).toEqual([0, 2]);
});

it('looks at the page itself where a frame takes no script', async () => {
  aPage({ frames: [0, 1], injects: [0], answers: [0] });
  expect(await framesFound()).toEqual([0]);
});

it('says so where the page itself takes none', async () => {
  aPage({ frames: [0], injects: [], answers: [] });
  await expect(framesFound()).rejects.toMatchObject({ data: { code: 'page-silent' } });
});

it('takes of thousands of frames no more media than one may hold, the page’s own first', async () => {
  const all = Array.from({ length: 2_000 }, (_, at) => at);
  const asked = aPage({ frames: all, injects: all, answers: all, images: 1_500 });
  vi.useRealTimers();
  const found = await collectInPage(1, 'image');
  expect(found.slice(0, 3).map(({ frameId, media }) => [frameId, media.length])).toEqual([
    [0, 1_500],
    [1, 500],
    [2, 0],
  ]);
  expect(found.flatMap(({ media }) => media)).toHaveLength(2_000);
  expect(asked.mock.calls.length).toBeLessThan(100);
});
