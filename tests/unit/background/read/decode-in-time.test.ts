import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decodeInTime } from '../../../../src/background/read/decode-in-time.ts';

const IMAGE = new Blob(['an image']);
const LIMIT_MS = 20_000;

let isKept = false;
let end: (error?: Error) => void;
const onLeft = vi.fn<(until: Promise<unknown>) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  isKept = false;
  onLeft.mockClear();
  const decoding = new Promise((resolve, reject) => {
    end = (error) => {
      isKept = true;
      if (error) reject(error);
      else resolve({ close: () => (isKept = false) });
    };
  });
  vi.stubGlobal('createImageBitmap', () => decoding);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('gives what the browser decodes', async () => {
  const decoding = decodeInTime(IMAGE, undefined, onLeft);
  vi.advanceTimersByTime(LIMIT_MS - 1);
  end();
  expect(await decoding).toHaveProperty('close');
  expect(isKept).toBe(true);
  expect(onLeft).not.toHaveBeenCalled();
});

it('says what the browser says of what it does not decode', async () => {
  const broken = new Error('broken');
  const decoding = decodeInTime(IMAGE, undefined, onLeft);
  end(broken);
  await expect(decoding).rejects.toBe(broken);
});

it('waits no longer than an image may take, and keeps nothing of what comes later', async () => {
  const decoding = decodeInTime(IMAGE, undefined, onLeft);
  vi.advanceTimersByTime(LIMIT_MS);
  await expect(decoding).rejects.toMatchObject({ data: { code: 'costly-picture' } });
  end();
  await vi.waitUntil(() => !isKept);
});

it('waits no longer when the check is stopped', async () => {
  const stopping = new AbortController();
  const decoding = decodeInTime(IMAGE, stopping.signal, onLeft);
  stopping.abort('enough');
  await expect(decoding).rejects.toBe('enough');
  end();
  await vi.waitUntil(() => !isKept);
});
