import { expect, it } from 'vitest';
import { pageReferrer } from '../../../../src/background/read/page-referrer.ts';

const PAGE = 'https://news.example/a/b?c=d';
const LONG = `https://news.example/${'a'.repeat(4_100)}`;

it.each([
  ['its own origin', PAGE, 'https://news.example/a.jpg', PAGE],
  ['its own origin, in plain http', 'http://news.example/a', 'http://news.example/a.jpg', 'http://news.example/a'],
  ['another origin', PAGE, 'https://cdn.example/a.jpg', 'https://news.example/'],
  ['its own host on another port', PAGE, 'https://news.example:8443/a.jpg', 'https://news.example/'],
  ['a subdomain', PAGE, 'https://img.news.example/a.jpg', 'https://news.example/'],
  ['a port of its own', 'http://news.example:81/a', 'http://cdn.example/a.jpg', 'http://news.example:81/'],
  ['https from http', 'http://news.example/a', 'https://news.example/a.jpg', 'http://news.example/'],
  ['http from https', PAGE, 'http://cdn.example/a.jpg', undefined],
  ['http from https of one host', PAGE, 'http://news.example/a.jpg', undefined],
  [
    'a name for the international host',
    'https://bücher.example/',
    'https://cdn.example/',
    'https://xn--bcher-kva.example/',
  ],
  ['a very long address', LONG, 'https://news.example/a.jpg', 'https://news.example/'],
  ['data', PAGE, 'data:image/png;base64,AA', undefined],
  ['a blob', PAGE, 'blob:https://news.example/1', undefined],
  ['media of a file', 'file:///home/a.html', 'https://cdn.example/a.jpg', undefined],
  ['media of a frame without an address', 'about:srcdoc', 'https://cdn.example/a.jpg', undefined],
  ['media of a blob', 'blob:https://news.example/1', 'https://cdn.example/a.jpg', undefined],
  ['media of an extension', 'chrome-extension://abc/a.html', 'https://cdn.example/a.jpg', undefined],
  ['media of nowhere', '', 'https://cdn.example/a.jpg', undefined],
])('to %s', (_name, page, media, referrer) => {
  expect(pageReferrer(page, media)).toBe(referrer);
});

it('never tells user, password or fragment', () => {
  const page = 'https://user:secret@news.example/a#part';
  expect(pageReferrer(page, 'https://news.example/a.jpg')).toBe('https://news.example/a');
  expect(pageReferrer(page, 'https://cdn.example/a.jpg')).toBe('https://news.example/');
});
