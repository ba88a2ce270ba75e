import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { desk, MEDIA, NO_FILE_METADATA, type SeveralSender, SILENT, useCheckDesk } from './check-bed.ts';

useCheckDesk();

describe('a check', () => {
  it('keeps what the file says, which is read while it is sent', async () => {
    const fileMetadata: FileMetadata = {
      credentials: { state: 'none' },
      notes: [{ kind: 'generator', name: 'ComfyUI' }],
      facts: {},
    };
    const order: string[] = [];
    const sent = Promise.withResolvers<void>();
    const service: SeveralSender = {
      ...SILENT,
      check: async () => {
        order.push('sent');
        sent.resolve();
        return { isAi: false };
      },
    };
    const { open, run, store } = desk({
      sender: async () => service,
      readFileMetadata: async () => {
        order.push('metadata begun');
        await sent.promise;
        order.push('metadata read');
        return fileMetadata;
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    await vi.waitFor(() =>
      expect(store.get(id)).toMatchObject({ state: 'done', verdict: { isAi: false }, fileMetadata }),
    );
    expect(order).toEqual(['sent', 'metadata begun', 'metadata read']);
  });

  it('keeps what the file says also when BitMind fails', async () => {
    const { open, run, store } = desk({
      sender: async () => ({
        ...SILENT,
        check: () => Promise.reject(new AppError({ code: 'service-unreachable' })),
        resume: () => Promise.reject(new AppError({ code: 'interrupted' })),
        checkSeveral: async () => [],
        resumeSeveral: async () => [],
      }),
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)).toMatchObject({
      state: 'failed',
      error: { code: 'service-unreachable' },
      fileMetadata: NO_FILE_METADATA,
    });
  });

  it.each([
    ['the file as it was read, where it is sent as it is', { image: tinyJpeg() }, 'page', 'image/jpeg'],
    [
      'the file as it was read, where it is sent as PNG',
      { image: tinyJpeg(), original: new Blob(['GIF'], { type: 'image/gif' }), convertedFrom: 'GIF' },
      'direct',
      'image/gif',
    ],
    ['nothing of pixels', { image: tinyJpeg() }, 'pixels', undefined],
  ] as const)('looks for metadata in %s', async (_what, prepared, method, type) => {
    const looked: Blob[] = [];
    const { open, run, store } = desk({
      readMedia: async () => ({ prepared, method }),
      readFileMetadata: async (_id, file) => {
        looked.push(file);
        return NO_FILE_METADATA;
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(looked.map((file) => file.type)).toEqual(type === undefined ? [] : [type]);
    if (type === undefined) expect(store.get(id)?.fileMetadata).toEqual({ unread: 'not-original' });
  });
});
