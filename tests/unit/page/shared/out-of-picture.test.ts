import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { outOfPicture } from '../../../../src/page/shared/out-of-picture.ts';

const FRAME_MS = 16;

let isSeen = true;
const picture = (isThere = true) =>
  outOfPicture(
    (seen) => {
      isSeen = seen;
    },
    () => isThere,
  );

beforeEach(() => {
  isSeen = true;
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, FRAME_MS));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How long it takes, by the clock. */
async function took(work: Promise<void>): Promise<number> {
  const startedAt = Date.now();
  let ms = Number.NaN;
  const done = work.then(() => {
    ms = Date.now() - startedAt;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  return ms;
}

it('is unseen once the page has been painted without it, until the capture has ended', async () => {
  const { leave, enter } = picture();
  expect(await took(leave('one'))).toBe(2 * FRAME_MS);
  expect(isSeen).toBe(false);
  enter('one');
  expect(isSeen).toBe(true);
});

it('waits no longer than half a second where nothing is painted, and not at all where nothing is there', async () => {
  vi.stubGlobal('requestAnimationFrame', () => undefined);
  expect(await took(picture().leave('one'))).toBe(500);
  expect(await took(picture(false).leave('one'))).toBe(0);
  expect(isSeen).toBe(false); // What comes during the capture is not on it.
});

it('stays unseen until the last of several captures has ended', async () => {
  const { leave, enter } = picture();
  await took(leave('one'));
  await took(leave('other'));
  enter('one');
  expect(isSeen).toBe(false);
  enter('other');
  expect(isSeen).toBe(true);
});

it('comes back by itself where nobody says that the capture has ended, five seconds after the last one began', async () => {
  const { leave } = picture();
  await took(leave('one'));
  await vi.advanceTimersByTimeAsync(3_500);
  await took(leave('one')); // The next frame of the same video.
  await vi.advanceTimersByTimeAsync(3_500);
  expect(isSeen).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isSeen).toBe(true);
});
