import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadMedia } from '../../../../src/background/read/read-outcome.ts';
import { createImageBitmap, OffscreenCanvas } from '../../../faults/node/drawing.ts';
import { placePicture } from '../../../fixtures/place-picture.ts';
import { type Beyond, desk, INTRANET, MEDIA, useCheckDesk } from './check-bed.ts';

useCheckDesk();

let measureFirmness: typeof import('../../../../src/background/check/measure-firmness.ts').measureFirmness;

beforeAll(async () => {
  ({ measureFirmness } = await import('../../../../src/background/check/measure-firmness.ts'));
});

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', createImageBitmap);
  vi.stubGlobal('OffscreenCanvas', OffscreenCanvas);
});
afterEach(() => vi.unstubAllGlobals());

const read = (width: number): ReadMedia => ({
  prepared: { image: new Blob([placePicture(width, 40)], { type: 'image/png' }), size: { width, height: 40 } },
  method: 'page',
});

/** A check that is done, and what its media is read as when it is read again. */
async function judged(
  parts: Partial<Beyond> = {},
  again: () => Promise<Awaited<ReturnType<Beyond['readMedia']>>> = async () => read(60),
) {
  let reads = 0;
  const sent = vi.fn();
  const service = desk().sender;
  const made = desk({
    readMedia: async () => (reads++ === 0 ? read(60) : again()),
    sender: async () => ({
      ...service,
      checkSeveral: async (images) => {
        sent(images.length);
        return images.map(() => ({ isAi: true, likelihood: 0.9 }));
      },
    }),
    ...parts,
  });
  const { id } = made.open(MEDIA);
  await made.run(id);
  expect(made.store.get(id)?.state).toBe('done');
  return { ...made, id, sent };
}

describe('how firm a verdict is', () => {
  it('is kept with the check, in the history too', async () => {
    const made = await judged();
    await measureFirmness(made, made.id);
    expect(made.sent.mock.calls).toEqual([[6]]);
    expect(made.store.get(made.id)?.firmness).toHaveLength(6);
    expect((await made.kept())[0]?.firmness).toEqual(made.store.get(made.id)?.firmness);
  });

  it('is found of the very bytes that were judged alone: of others nothing is sent', async () => {
    const made = await judged({}, async () => read(61));
    await measureFirmness(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'media-changed' } });
    expect(made.sent).not.toHaveBeenCalled();
  });

  it.each([
    ['its site is to be allowed first', { accessNeededFor: 'https://cdn.example' }],
    ['it has led to a private network', { ledToPrivate: 'intranet.local' }],
    ['something else is seen through it', { isSeenThrough: true }],
  ] as const)('is not found where the image cannot be read again: %s', async (_, outcome) => {
    const made = await judged({}, async () => outcome);
    await measureFirmness(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'media-changed' } });
    expect(made.sent).not.toHaveBeenCalled();
  });

  it('is not found where that would need an answer that was not given', async () => {
    const made = await judged();
    const check = made.store.get(made.id);
    if (check) made.store.put({ ...check, media: INTRANET });
    await measureFirmness(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'needs-answer' } });
    expect(made.sent).not.toHaveBeenCalled();
  });

  it('is not found where an administrator lets nothing but original files be sent', async () => {
    const made = await judged();
    await fakeBrowser.storage.managed.set({ onlyOriginalFiles: true });
    await measureFirmness(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'only-originals' } });
    expect(made.sent).not.toHaveBeenCalled();
  });

  it('is not asked of what was seen on the screen', async () => {
    const made = await judged({ readMedia: async () => ({ ...read(60), method: 'screen' }) });
    await expect(measureFirmness(made, made.id)).rejects.toMatchObject({ data: { code: 'message-refused' } });
  });
});
