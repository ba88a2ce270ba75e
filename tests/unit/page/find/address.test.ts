import { describe, expect, it, vi } from 'vitest';
import { absolute } from '../../../../src/page/find/address.ts';

const LONG = `https://news.example/a/b?${'x'.repeat(1_900_000)}`;

describe('an address as written in a page', () => {
  it.each([
    ['https://cdn.example/c.jpg', 'https://cdn.example/c.jpg'],
    ['HTTPS://cdn.example/c.jpg', 'https://cdn.example/c.jpg'],
    ['//cdn.example/c.jpg', 'https://cdn.example/c.jpg'],
    ['https:c.jpg', 'https://news.example/a/c.jpg'],
    ['/c.jpg', 'https://news.example/c.jpg'],
    ['c.jpg?d#e', 'https://news.example/a/c.jpg?d#e'],
    ['../c.jpg', 'https://news.example/c.jpg'],
    [' ./c.jpg', 'https://news.example/a/c.jpg'],
    ['data:,a', 'data:,a'],
    ['https://me:secret@cdn.example/', 'https://cdn.example/'],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %s, in a page of a long address too', (written, url) => {
    vi.stubGlobal('location', new URL('https://news.example/'));
    expect(absolute(written, { baseURI: 'https://news.example/a/b' })).toBe(url);
    expect(absolute(written, { baseURI: LONG })).toBe(url);
  });

  it.each(['?c', '#c', ' ', '\t?c'])('%j goes by all of the page’s address, however long', (written) => {
    expect(absolute(written, { baseURI: LONG })).toBe(new URL(written, LONG).href);
  });

  it('that stands for itself is made absolute without parsing the page’s', () => {
    const parse = vi.spyOn(URL, 'parse');
    for (const written of [
      'https://cdn.example/c.jpg',
      'http://cdn.example/c.jpg',
      'data:,a',
      'blob:https://a.example/b',
    ])
      expect(absolute(written, { baseURI: LONG })).toBe(written);
    expect(parse.mock.calls.filter(([, base]) => base !== undefined)).toEqual([]);
  });
});
