import { describe, expect, it } from 'vitest';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { imageFileName } from '../../../../src/pages/results/image-file-name.ts';
import { aCheck } from '../../../a-check.ts';

const { media } = aCheck('a', 0);

describe('the name to save an image under', () => {
  it.each([
    ['the last of its address', 'https://cdn.example/a/photo.jpg?token=abc#x', 'image/jpeg', 'photo.jpg'],
    ['with the ending of what the file is', 'https://cdn.example/photo.jpg', 'image/webp', 'photo.webp'],
    ['with an ending where it has none', 'https://cdn.example/photo', 'image/png', 'photo.png'],
    ['never with that of a program', 'https://cdn.example/get.exe', 'image/svg+xml', 'get.svg'],
    [
      'read as it is written',
      'https://cdn.example/%C3%9Cberschwemmung%20Köln.jpg',
      'image/jpeg',
      'Überschwemmung Köln.jpg',
    ],
    ['as it stands, where it is in no known script', 'https://cdn.example/%E4.jpg', 'image/jpeg', '%E4.jpg'],
    [
      'not longer than a folder takes',
      `https://cdn.example/${'a'.repeat(300)}.gif`,
      'image/gif',
      `${'a'.repeat(80)}.gif`,
    ],
    ['a word for what has none', 'https://cdn.example/', 'image/avif', 'image.avif'],
    ['a word for what is in the page', 'data:image/png;base64,AAAA', 'image/png', 'image.png'],
    ['a word for memory of the page', 'blob:https://news.example/0c0f', 'image/x-icon', 'image.ico'],
    ['a word for a canvas', '', 'image/png', 'image.png'],
    ['the last of the address of a file', 'file:///home/me/a.tiff', 'image/tiff', 'a.tiff'],
  ])('is %s', (_name, url, type, name) => {
    expect(imageFileName({ ...(media as PageMedia), url }, type)).toBe(name);
  });

  it('is that under which the user has it', () => {
    expect(imageFileName({ kind: 'image', fileName: 'Bild 12.PNG', isPrivate: false }, 'image/png')).toBe(
      'Bild 12.PNG',
    );
  });
});
