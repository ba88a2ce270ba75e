import { beforeAll, describe, expect, it } from 'vitest';
import { aCheck } from '../../../a-check.ts';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';
import { speakEnglish } from '../../english.ts';
import { FAILED, file, JUDGED } from './exported-bed.ts';

beforeAll(speakEnglish);

describe.each(['csv', 'json'] as const)('addresses in %s', (format) => {
  const signed = 'https://me:secret@cdn.example/a.jpg?X-Amz-Signature=secret&id=3#secret';
  const check = aCheck('a', 1, { media: { url: signed, pageUrl: signed, frameUrl: signed } });

  it('leave out what may open a file to whoever holds it', async () => {
    const text = await file(format, [check]);
    expect(text).not.toContain('secret');
    expect(text.match(/https:\/\/cdn\.example\/a\.jpg\?…#…/g)).toHaveLength(3);
  });

  it('are whole at the user’s wish, but for names and passwords', async () => {
    const text = await file(format, [check], { isWhole: true });
    expect(text).toContain('https://cdn.example/a.jpg?X-Amz-Signature=secret&id=3#secret');
    expect(text).not.toContain('me:secret@');
  });

  it('never hold the media itself', async () => {
    const data = aCheck('a', 1, { media: { url: 'data:image/png;base64,iVBORw0KGgo' } });
    expect(await file(format, [data], { isWhole: true })).not.toContain('iVBOR');
  });
});

it('nothing is exported that has no field of its own', async () => {
  const canary = 'canary-7b1f0c52d94e';
  const fileMetadata = {
    ...SOME_FILE_METADATA,
    manifest: canary,
    credentials: { ...SOME_FILE_METADATA.credentials, apiKey: canary },
  };
  const check = { ...JUDGED, fileMetadata, apiKey: canary, media: { ...JUDGED.media, authorization: canary } };
  const failed = { ...FAILED, error: { code: 'input-refused', detail: `no: Bearer ${canary}` } as const };
  for (const format of ['csv', 'json'] as const) {
    expect(await file(format, [check, failed], { isWhole: true })).not.toContain(canary);
  }
});
