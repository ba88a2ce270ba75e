import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { imageOfAddress } from '../pages/image-of-address.ts';
import { addressOf, savedPages } from '../pages/saved-page.ts';
import { answerTo } from '../pages/serve-every-host.ts';

describe('where a saved page was', () => {
  it.each([
    ['its browser', '<!-- saved from url=(0025)https://a.example/b?c=d -->', 'https://a.example/b?c=d'],
    [
      'its canonical address',
      '<link rel="canonical" href="https://a.example/b?c=1&amp;d=2">',
      'https://a.example/b?c=1&d=2',
    ],
    ['that, the other way round', "<link href='http://a.example/b' rel='canonical'>", 'http://a.example/b'],
    ['what it tells other sites', '<meta property="og:url" content="https://a.example/b">', 'https://a.example/b'],
    ['its file, where it says nothing', '<title>A page</title>', 'https://a-page-2.example/'],
    [
      'its file, where its port is its own',
      '<link rel="canonical" href="https://a.example:81/">',
      'https://a-page-2.example/',
    ],
  ])('is told by %s', (_, html, address) => {
    expect(addressOf('A page (2).html', html)).toBe(address);
  });

  it('is known of twenty and more that were written for this', async () => {
    const pages = await savedPages('tests/pages/written');
    expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
    expect(pages.length).toBeGreaterThan(20);
  });
});

describe('every host', () => {
  const page = { address: 'https://a.example/', html: 'A page', hasScripts: false };

  it.each([
    ['the page', 'https://a.example/', { 'sec-fetch-dest': 'document' }, 'text/html; charset=utf-8'],
    ['the page by http', 'http://a.example/', { accept: 'text/html,*/*' }, 'text/html; charset=utf-8'],
    ['a frame', 'https://ads.example/', { 'sec-fetch-dest': 'iframe' }, 'text/html'],
    ['a script', 'https://a.example/x', { 'sec-fetch-dest': 'script' }, 'text/javascript'],
    ['a style sheet by http', 'http://a.example/x.css', { accept: 'text/css,*/*' }, 'text/css'],
    ['an image', 'https://cdn.example/x.jpg', { 'sec-fetch-dest': 'image' }, 'image/png'],
    ['what is fetched', 'https://cdn.example/x.jpg', { 'sec-fetch-dest': 'empty' }, 'image/png'],
    ['what is fetched by http', 'http://cdn.example/x.jpg', { accept: '*/*' }, 'image/png'],
  ])('answers as %s', (_, address, headers, type) => {
    expect(answerTo(address, headers, page).type).toBe(type);
  });

  it('has an image of its own at each address, the same by http and https', () => {
    const hash = (address: string) => createHash('sha256').update(imageOfAddress(address)).digest('hex');
    const others = ['https://a.example/1', 'https://a.example/1?2', 'https://b.example/1', 'https://a.example/2'];
    expect(new Set(others.map(hash)).size).toBe(others.length);
    expect(hash('http://a.example/1#part')).toBe(hash('https://a.example/1'));
  });
});
