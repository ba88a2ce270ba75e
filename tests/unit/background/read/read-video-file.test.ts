import { describe, expect, it } from 'vitest';
import { readVideoFile } from '../../../../src/background/read/read-video-file.ts';
import type { PageRead } from '../../../../src/core/media/page-media.ts';
import { readingIn } from './fake-surroundings.ts';

const URL = 'https://cdn.example/a.mp4';

/** What comes of a video that only the page may read. */
function readBy(page: PageRead) {
  const { reading } = readingIn({ page: { readMedia: page }, hasAccess: false }, { kind: 'video', url: URL });
  return readVideoFile(URL, reading);
}

describe('the ladder for a video', () => {
  it('asks for access where the page could not tell how its element is answered', async () => {
    expect(await readBy({ unreadable: true })).toEqual({ accessNeededFor: 'https://cdn.example' });
  });

  it('asks for none where the page was refused as its element is', async () => {
    await expect(readBy({ unreadable: true, status: 403 })).rejects.toMatchObject({
      data: { code: 'media-unreadable', status: 403 },
    });
  });

  it('asks for none where there is no file for anybody', async () => {
    await expect(readBy({ unreadable: true, isEndless: true })).rejects.toMatchObject({
      data: { code: 'not-a-picture', found: 'MJPEG' },
    });
  });
});
