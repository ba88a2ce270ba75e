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

/** `injects`: which frames a script runs in, and answers, at once. */
function aPage({ frames, injects, answers }: Record<'frames' | 'injects' | 'answers', readonly number[]>): void {
  const executeScript = async ({ target }: { target: Target }) => {
    const wanted = target.allFrames ? frames : (target.frameIds ?? []);
    if (wanted.some((frameId) => !injects.includes(frameId))) return HANGS;
    return wanted.map((frameId) => ({ frameId }));
  };
  const sendMessage = async (_tabId: number, _message: unknown, { frameId }: { frameId: number }) =>
    answers.includes(frameId) ? { media: [], url: `https://news.example/${frameId}`, isQuiet: false } : HANGS;
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(sendMessage as never);
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
