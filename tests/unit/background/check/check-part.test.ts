import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadMedia } from '../../../../src/background/read/read-outcome.ts';
import { checkRecordSchema } from '../../../../src/core/check/check-record.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { createImageBitmap, OffscreenCanvas } from '../../../faults/node/drawing.ts';
import { placePicture } from '../../../fixtures/place-picture.ts';
import { type Beyond, desk, MEDIA, useCheckDesk } from './check-bed.ts';

useCheckDesk();

let startPart: typeof import('../../../../src/background/check/start-check.ts').startPart;

beforeAll(async () => {
  ({ startPart } = await import('../../../../src/background/check/start-check.ts'));
});
beforeEach(() => {
  vi.stubGlobal('createImageBitmap', createImageBitmap);
  vi.stubGlobal('OffscreenCanvas', OffscreenCanvas);
});
afterEach(() => vi.unstubAllGlobals());

const read = (width: number): ReadMedia => ({
  prepared: { image: new Blob([placePicture(width, 80)], { type: 'image/png' }), size: { width, height: 80 } },
  method: 'page',
});

const SHARE = { left: 0.5, top: 0, width: 0.5, height: 0.5 };

/** A check that is done; its image is read `again` for a part of it. */
async function judged(parts: Partial<Beyond> = {}, again = read(100)) {
  let reads = 0;
  const made = desk({ readMedia: async () => (reads++ === 0 ? read(100) : again), ...parts });
  const { id } = made.open(MEDIA);
  await made.run(id);
  const parent = made.store.get(id);
  if (parent?.state !== 'done') throw new Error('the check is not done');
  const part = async () => {
    const childId = startPart(made, made, parent, SHARE);
    await vi.waitFor(() => expect(made.store.get(childId)?.endedAt).toBeDefined());
    return made.store.get(childId);
  };
  return { ...made, parent, part };
}

describe('the check of a part', () => {
  it('is one of its own, which says where the part is and of what', async () => {
    const made = await judged();
    const child = await made.part();
    expect(child).toMatchObject({
      state: 'done',
      media: { url: MEDIA.url, choice: { checkId: made.parent.id } },
      part: { parentId: made.parent.id, share: SHARE },
      read: { method: 'page', type: 'image/png', part: { x: 50, y: 0, width: 50, height: 40 } },
    });
    expect(child?.read?.sha256).not.toBe(made.parent.read?.sha256);
    expect(checkRecordSchema.parse(child)).toEqual(child);
    expect(made.store.get(made.parent.id)).toEqual(made.parent);
  });

  it('is not taken for what is at its address, though that is known and has not changed', async () => {
    vi.stubGlobal('fetch', async () => new Response(undefined, { status: 304 }));
    Object.assign(fakeBrowser.permissions, { contains: async () => true });
    const validators = { etag: '"1"' };
    const made = await judged({ readMedia: async () => ({ ...read(100), validators }) });
    expect(made.parent.read?.validators).toEqual(validators);
    expect(await made.part()).toMatchObject({ read: { part: { x: 50, y: 0, width: 50, height: 40 } } });
  });

  it('is of the very bytes that were judged: of others nothing is cut', async () => {
    const check = vi.fn();
    const made = await judged({}, read(101));
    vi.spyOn(made.sender, 'check').mockImplementation(check);
    expect(await made.part()).toMatchObject({ state: 'failed', error: { code: 'media-changed' } });
    expect(check).not.toHaveBeenCalled();
  });

  it('is tried again as what it is, and never by the screen', async () => {
    const made = await judged({}, read(101));
    const child = await made.part();
    await made.run(child?.id ?? '');
    expect(made.store.get(child?.id ?? '')).toMatchObject({ error: { code: 'media-changed' }, part: { share: SHARE } });
    await expect(made.useScreen(child?.id ?? '')).rejects.toMatchObject({ data: { code: 'message-refused' } });
  });

  it('is not made where an administrator lets nothing but original files be sent', async () => {
    const made = await judged();
    await fakeBrowser.storage.managed.set({ onlyOriginalFiles: true });
    expect(await made.part()).toMatchObject({ state: 'failed', error: { code: 'only-originals' } });
  });

  it('says what is missing where nobody is signed in any more', async () => {
    let isSignedIn = true;
    const { sender } = desk();
    const made = await judged({
      sender: async () => {
        if (!isSignedIn) throw new AppError({ code: 'not-signed-in' });
        return sender;
      },
    });
    isSignedIn = false;
    expect(await made.part()).toMatchObject({ state: 'failed', error: { code: 'not-signed-in' } });
  });

  it.each([
    ['a part', { part: { parentId: 'a', sha256: 'b', share: SHARE } }],
    ['a screenshot', { read: { method: 'screen', type: 'image/png', sizeBytes: 1, sha256: 'b' } }],
    ['what has no verdict', { state: 'failed' }],
  ] as const)('is not one of %s', async (_, change) => {
    const made = await judged();
    const parent = { ...made.parent, ...change };
    expect(() => startPart(made, made, parent, SHARE)).toThrow('message-refused');
  });
});
