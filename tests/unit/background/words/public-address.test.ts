import { describe, expect, it } from 'vitest';
import { publicAddress } from '../../../../src/background/words/public-address.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { aCheck } from '../../../a-check.ts';

const { media: MEDIA } = aCheck('a', 0);
const addressOf = (change: Partial<PageMedia>) => publicAddress({ ...(MEDIA as PageMedia), ...change });

describe('the address of an image that anyone can see', () => {
  it.each([
    'https://cdn.example/a.jpg',
    'http://cdn.example/a.jpg?',
    'https://cdn.example/a.jpg?w=640&h=480&fit=crop&q=80&fm=webp&dpr=1.5',
    'https://cdn.example/a.jpg?width=640&height=480&quality=80&crop=0,0,10,10&auto=format&resize=640:480',
  ])('is that of %s', (url) => {
    expect(addressOf({ url })).toBe(url);
  });

  it.each([
    ['a key behind it', { url: 'https://cdn.example/a.jpg?token=abc' }],
    ['a key among what is harmless', { url: 'https://cdn.example/a.jpg?w=640&sig=abc' }],
    ['a key in the place of what is harmless', { url: 'https://cdn.example/a.jpg?format=0123456789abcdef' }],
    ['a bare value behind it', { url: 'https://cdn.example/a.jpg?1700000000' }],
    ['a name and password', { url: 'https://user:secret@cdn.example/a.jpg' }],
    ['a name', { url: 'https://user@cdn.example/a.jpg' }],
    ['a private network', { url: 'http://192.168.1.7/a.jpg' }],
    ['a name of a private network', { url: 'https://wiki.corp/a.jpg' }],
    ['this computer', { url: 'http://localhost:8080/a.jpg' }],
    ['a file', { url: 'file:///home/me/a.jpg' }],
    ['a text in the page', { url: 'data:image/png;base64,AAAA' }],
    ['memory of the page', { url: 'blob:https://news.example/0c0f' }],
    ['a canvas', { url: '' }],
    ['the beginning of a long address', { isUrlCut: true }],
    ['a private window', { isPrivate: true }],
    ['a video', { kind: 'video' }],
  ] satisfies readonly (readonly [string, Partial<PageMedia>])[])('is none with %s', (_name, change) => {
    expect(addressOf(change)).toBeUndefined();
  });

  it('is none of a file of this computer', () => {
    expect(publicAddress({ kind: 'image', fileName: 'a.jpg', isPrivate: false })).toBeUndefined();
  });

  it('ends before what no server sees', () => {
    expect(addressOf({ url: 'https://cdn.example/a.jpg?w=640#part' })).toBe('https://cdn.example/a.jpg?w=640');
  });
});
