import { expect, it } from 'vitest';
import { workInBackground } from '../../../../src/background/offscreen-link/in-document.ts';
import { readMedia } from '../../../../src/background/read/read-media.ts';
import { createRemembered } from '../../../../src/background/read/remembered.ts';
import { aCheck } from '../../../a-check.ts';

const nothing = () => Promise.reject(new Error('nobody asks for it'));

it('an SVG that the user gives where none can be drawn is refused by its format: there is no page that shows it', async () => {
  workInBackground({
    readFileMetadata: nothing,
    frameThatShows: nothing,
    upload: nothing,
    convertVideo: nothing,
    cutVideo: nothing,
  }); // As in Firefox.
  const files = createRemembered<Blob>();
  files.put('a', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']));
  const check = {
    ...aCheck('a', 0),
    media: { kind: 'image', fileName: 'a.svg', isPrivate: false } as const,
  };
  const options = { signal: new AbortController().signal, onProgress: () => undefined, onConverting: () => undefined };
  await expect(readMedia({ fetch: nothing, files }, check, options)).rejects.toMatchObject({
    data: { code: 'format-unsupported', format: 'SVG' },
  });
});
