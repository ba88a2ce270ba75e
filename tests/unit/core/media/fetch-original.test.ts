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

  it('asks without the fragment, which no server sees', async () => {
    const { fetch, blob } = read(new Response('picture'), 'https://cdn.example/a.svg?b#icon');
    await blob;
    expect(fetch).toHaveBeenCalledWith('https://cdn.example/a.svg?b', expect.anything());
  });
});
