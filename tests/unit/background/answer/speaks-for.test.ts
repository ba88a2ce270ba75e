import { describe, expect, it } from 'vitest';
import { type ProvenSender, webOrigin } from '../../../../src/background/answer/prove-sender.ts';
import { speaksFor, speaksForRun } from '../../../../src/background/answer/speaks-for.ts';
import { aCheck } from '../../../a-check.ts';
import { aPageRun } from '../../../a-page-run.ts';

const SENDER = { tabId: 1, frameId: 0, url: 'https://news.example/story' };
const OWN_PAGE = 'an own page';

/** A sender with the address that the browser gives its document. */
function from(sender: typeof SENDER | typeof OWN_PAGE): ProvenSender {
  if (sender === OWN_PAGE) return { kind: 'extension-page' };
  const { url, ...place } = sender;
  return { kind: 'panel', ...place, origin: webOrigin(url) };
}

const { media } = aCheck('a', 0);
const inFrame = { ...media, frameId: 4, frameUrl: 'https://frame.example/a' };
const run = aPageRun({ pageUrl: 'https://news.example/story' });

describe('a check is seen and steered', () => {
  it.each([
    ['an own page', OWN_PAGE, media],
    ['an own page, of a file', OWN_PAGE, { kind: 'image', fileName: 'a.png', isPrivate: false }],
    ['its page', SENDER, media],
    ['its page, which has changed its address meanwhile', { ...SENDER, url: 'https://news.example/next' }, media],
    ['its frame', { ...SENDER, frameId: 4, url: 'https://frame.example/b' }, inFrame],
    ['the page around its frame', SENDER, inFrame],
    ['its frame without an address', { ...SENDER, frameId: 4, url: 'about:srcdoc' }, { ...media, frameId: 4 }],
    ['its page, whose address was not told', SENDER, { ...media, pageUrl: '' }],
    ['a page that is a file', { ...SENDER, url: 'file:///a.html' }, { ...media, pageUrl: 'file:///a.html' }],
  ] as const)('by %s', (_name, sender, of) => {
    expect(speaksFor(from(sender), of)).toBe(true);
  });

  it.each([
    ['another tab', { ...SENDER, tabId: 2 }, media],
    ['another frame of its page', { ...SENDER, frameId: 5, url: 'https://frame.example/a' }, inFrame],
    ['another frame, of the same site', { ...SENDER, frameId: 5 }, media],
    ['another site that its tab shows now', { ...SENDER, url: 'https://other.example/' }, media],
    ['another site that its frame shows now', { ...SENDER, frameId: 4, url: 'https://other.example/' }, inFrame],
    ['another port of its site', { ...SENDER, url: 'https://news.example:8443/' }, media],
    ['its site without TLS', { ...SENDER, url: 'http://news.example/story' }, media],
    ['a page without an address in its tab', { ...SENDER, url: 'about:blank' }, media],
    ['any page, of a file', SENDER, { kind: 'image', fileName: 'a.png', isPrivate: false }],
  ] as const)('not by %s', (_name, sender, of) => {
    expect(speaksFor(from(sender), of)).toBe(false);
  });
});

describe('the check of a whole page is steered', () => {
  it('by the top frame of its page, and by own pages', () => {
    expect(speaksForRun(from(SENDER), run)).toBe(true);
    expect(speaksForRun(from(OWN_PAGE), run)).toBe(true);
  });

  it.each([
    ['another tab', { ...SENDER, tabId: 2 }],
    ['a frame in it', { ...SENDER, frameId: 3 }],
    ['another site that its tab shows now', { ...SENDER, url: 'https://other.example/' }],
  ] as const)('not by %s', (_name, sender) => {
    expect(speaksForRun(from(sender), run)).toBe(false);
  });
});
