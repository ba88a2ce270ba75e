import { describe, expect, it } from 'vitest';
import { withoutUserinfo } from '../../../../src/core/media/without-userinfo.ts';

describe('withoutUserinfo', () => {
  it.each([
    ['https://reader:secret@host.example/a.jpg?b#c', 'https://host.example/a.jpg?b#c'],
    ['http://secret@192.168.1.1:8080/', 'http://192.168.1.1:8080/'],
    ['http://:secret@host.example/', 'http://host.example/'],
    ['HTTPS://reader:s%40c%2Fret@host.example', 'https://host.example/'],
    ['ftp://reader:secret@host.example/a', 'ftp://host.example/a'],
    ['view-source:https://reader:secret@host.example/', 'view-source:https://host.example/'],
    [
      'about:reader?url=https%3A%2F%2Freader%3Asecret%40host.example%2Fa',
      'about:reader?url=https%3A%2F%2Fhost.example%2Fa',
    ],
    [
      'chrome-extension://viewer/https://reader:secret@host.example/a.pdf',
      'chrome-extension://viewer/https://host.example/a.pdf',
    ],
    // One that is no address any more: a port that is none.
    ['https://reader:secret@host.example:portless/', 'https://host.example:portless/'],
  ])('takes the name and password out of %s', (address, bare) => {
    expect(withoutUserinfo(address)).toBe(bare);
  });

  it.each([
    'https://host.example/@name/a.jpg?to=https://a@b/#c@d',
    'https://host.example/%40',
    'file:///home/a@b/c.jpg',
    'blob:https://host.example/5a1f',
    'data:text/plain,https://a:b@c/',
    'about:srcdoc',
    '',
  ])('leaves %s as it is', (address) => {
    expect(withoutUserinfo(address)).toBe(address);
  });
});
