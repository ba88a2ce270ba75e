import { describe, expect, it } from 'vitest';
import { checkRecordSchema } from '../../../../src/core/check/check-record.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { desk, MEDIA, useCheckDesk } from './check-bed.ts';

useCheckDesk();

describe('frames of a video', () => {
  const frames = [2, 4, 6].map((atSeconds) => ({ image: tinyJpeg(), atSeconds }));
  const media: PageMedia = { ...MEDIA, kind: 'video' };
  const readMedia = async () => ({ prepared: { frames }, method: 'frames' }) as const;

  it('are sent as images, and those that were answered have a verdict each', async () => {
    const kinds: string[] = [];
    const { sender } = desk();
    const { open, run, store } = desk({
      readMedia,
      sender: async (kind) => {
        kinds.push(kind);
        return sender;
      },
    });
    const { id } = open(media);
    await run(id);
    expect(kinds).toEqual(['video', 'image']);
    const check = store.get(id);
    expect(check).toMatchObject({
      state: 'done',
      read: { method: 'frames', type: 'image/jpeg', sizeBytes: 3 * tinyJpeg().size, frameSeconds: [2, 4, 6] },
      frames: [
        { isAi: true, likelihood: 0.9, atSeconds: 2 },
        { isAi: true, likelihood: 0.9, atSeconds: 6 },
      ],
    });
    expect(check).not.toHaveProperty('verdict');
    expect(checkRecordSchema.parse(check)).toEqual(check);
  });

  it('of which none was answered are an error, in the words of the service', async () => {
    const { sender } = desk();
    const refused = async () => [{ failed: 'refused', detail: 'bad' }, { failed: 'no-answer' }] as const;
    const { open, run, store } = desk({ readMedia, sender: async () => ({ ...sender, checkSeveral: refused }) });
    const { id } = open(media);
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'failed', error: { code: 'input-refused', detail: 'bad' } });
    expect(store.get(id)).not.toHaveProperty('frames');
  });
});
