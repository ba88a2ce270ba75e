import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readMedia } from '../../../../src/background/read/read-media.ts';
import { createRemembered } from '../../../../src/background/read/remembered.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { isAppError } from '../../../../src/core/errors/app-error.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { readingIn, SHOWN } from './fake-surroundings.ts';

const CLEAR = { isPlain: true, opacity: 0 };
const MARKS = { opacity: 9 };
const PHOTOGRAPH = { kind: 'address', url: 'https://page.example/photograph.jpg' };
const GONE = { kind: 'gone' };
const CHOSEN: Partial<CheckRecord['media']> = { choice: { checkId: '0', index: 1 } };

afterEach(() => vi.unstubAllGlobals());

/** What comes of an image that only the background can read, over what the page finds below it; and whether the page was asked for that. */
async function read(look: object, below: object, check: Partial<CheckRecord> = {}, media = {}) {
  const { reading } = readingIn(
    { page: { findMedia: below }, site: () => tinyJpeg(), look: () => ({ ...SHOWN, ...look }) },
    { url: 'https://cdn.example/shield.png', ...media },
  );
  const sources = { fetch: reading.fetch, files: createRemembered<Blob>() };
  const options = { signal: reading.signal, onProgress: () => undefined, onConverting: () => undefined };
  const came = await readMedia(sources, { ...reading.check, ...check }, options).catch((error: unknown) => {
    if (isAppError(error)) return error.data.code;
    throw error;
  });
  const asked = vi.mocked(fakeBrowser.tabs.sendMessage).mock.calls.map(([, message]) => message);
  const isClear = expect.objectContaining({ type: 'findMedia', request: expect.objectContaining({ isClear: true }) });
  const isAsked = asked.some((message) => isClear.asymmetricMatch(message));
  const outcome = typeof came === 'object' && 'method' in came ? came.method : came;
  return { outcome, isAsked };
}

const THROUGH = { isSeenThrough: true };

it.each([
  ['a clear image', CLEAR, PHOTOGRAPH, THROUGH],
  ['an image with nothing but some marks', MARKS, PHOTOGRAPH, THROUGH],
  ['a clear image over a video', CLEAR, { kind: 'video', url: 'https://page.example/v.mp4' }, THROUGH],
  ['a clear image over nothing', CLEAR, GONE, 'blank-picture'],
  ['marks over nothing', MARKS, GONE, 'direct'],
] as const)('%s leads to what is seen through it, if anything is', async (_what, look, below, outcome) => {
  expect(await read(look, below)).toEqual({ outcome, isAsked: true });
});

it.each([
  ['an image of one colour, which hides what is below it', { isPlain: true }, {}, {}, 'blank-picture'],
  ['an image', {}, {}, {}, 'direct'],
  ['a clear one that the user chose', CLEAR, {}, CHOSEN, 'blank-picture'],
  ['one of all images of a page', CLEAR, { pageRun: 'run' }, {}, 'blank-picture'],
] as const)('%s is never passed over', async (_what, look, check, media, outcome) => {
  expect(await read(look, PHOTOGRAPH, check, media)).toEqual({ outcome, isAsked: false });
});
