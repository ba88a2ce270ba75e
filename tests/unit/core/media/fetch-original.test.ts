import { describe, expect, it, vi } from 'vitest';
import { fetchOriginal } from '../../../../src/core/media/fetch-original.ts';

const { signal } = new AbortController();
const read = (response: Response, url = 'https://cdn.example/a.jpg', maxBytes = 10) => {
  const fetch = vi.fn(async () => response);
  const file = fetchOriginal(url, { fetch, credentials: 'omit', maxBytes, signal });
  return { fetch, blob: file.then(({ blob }) => blob) };
};

describe('reading from a site', () => {
  it('gives the bytes', async () => {
    expect(await (await read(new Response('picture')).blob).text()).toBe('picture');
  });

  it.each([
    ['no content (204)', new Response(null, { status: 204 })],
    ['an empty body', new Response('')],
  ])('gives no bytes for %s', async (_name, response) => {
    expect((await read(response).blob).size).toBe(0);
  });

  it('tells the status of a refusal', async () => {
    await expect(read(new Response('no', { status: 403 })).blob).rejects.toMatchObject({
      data: { code: 'media-unreadable', status: 403 },
    });
  });

  it.each([
    ['by the header', new Response('a', { headers: { 'content-length': '11' } }), 11],
    ['while reading', new Response('a'.repeat(12)), 12],
  ])('stops at the limit, known %s', async (_name, response, sizeBytes) => {
    await expect(read(response).blob).rejects.toMatchObject({ data: { code: 'too-large', limitBytes: 10, sizeBytes } });
  });

  it.each([
    ['no-store', { 'cache-control': 'no-store', etag: '"a"' }, {}, 'changing'],
    ['a redirect', { 'cache-control': 'max-age=600' }, { redirected: true }, 'changing'],
    ['nothing', {}, {}, 'unsure'],
    ['an ETag alone, as of what is made anew each time', { etag: '"a"' }, {}, 'unsure'],
    ['max-age=0', { 'cache-control': 'public, max-age=0', 'last-modified': 'today' }, {}, 'unsure'],
    ['an age', { 'cache-control': 'public, max-age=600' }, {}, undefined],
    ['the time it was last changed', { 'last-modified': 'today' }, {}, undefined],
    ['what a blob address says', {}, { url: 'blob:https://page.example/1' }, undefined],
  ])(
    'doubts whether %s means the same image each time',
    async (_says, headers: Record<string, string>, more, doubt) => {
      const url = 'https://cdn.example/a.jpg';
      const response = Object.defineProperties(new Response('a', { headers }), {
        url: { value: url },
        ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value }])),
      });
      const fetch = async () => response;
      const file = await fetchOriginal(url, { fetch, credentials: 'omit', maxBytes: 10, signal });
      expect(file.doubt).toBe(doubt);
    },
  );

  it('asks without the fragment, which no server sees', async () => {
    const { fetch, blob } = read(new Response('picture'), 'https://cdn.example/a.svg?b#icon');
    await blob;
    expect(fetch).toHaveBeenCalledWith('https://cdn.example/a.svg?b', expect.anything());
  });
});
