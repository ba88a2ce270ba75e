import { describe, expect, it } from 'vitest';
import { isSiteAllowed, matchPatternOf, unusableSites } from '../../../../src/background/read/site-rules.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';

const page = 'https://www.news.example/story?id=1';
const media = 'https://cdn.example/a.jpg';

it.each([
  ['news.example', '*://*.news.example/*'],
  ['news.example:8080', '*://*.news.example/*'],
  ['münchen.example', '*://*.xn--mnchen-3ya.example/*'],
  ['https://www.news.example/world/*', 'https://www.news.example/*'],
  ['*://*.news.example/', '*://*.news.example/*'],
  ['<all_urls>', '*://*/*'],
  ['*://*/*', '*://*/*'],
  ['203.0.113.9', '*://203.0.113.9/*'],
  ['file:///home/*', undefined],
  ['not a site', undefined],
  ['', undefined],
])('%j is about the pages that the browser knows as %s', (entry, pattern) => {
  expect(matchPatternOf(entry)).toBe(pattern);
});

describe('the sites of an administrator', () => {
  it.each([
    [[], true],
    [['news.example'], true],
    [['www.news.example'], true],
    [['*.news.example'], true],
    [['https://*.news.example/*'], true],
    [['*://www.news.example/story*'], true],
    [['https://www.news.example/other*'], false],
    [['http://www.news.example/*'], false],
    [['ws.example'], false],
    [['cdn.example'], false],
    [['bank.example', 'news.example'], true],
    [['<all_urls>'], true],
    // What cannot be understood opens nothing.
    [[''], false],
    [['news .example'], false],
    [['ftp://news.example/'], false],
    [['not a site', 'news.example'], true],
  ])('allowed: %j → %s', (allowedSites, isAllowed) => {
    expect(isSiteAllowed({ allowedSites }, { page, media })).toBe(isAllowed);
  });

  it.each([
    [[], true],
    [['news.example'], false],
    [['cdn.example'], false],
    [['https://cdn.example/a*'], false],
    [['*://*/*'], false],
    [['other.example'], true],
    [['NEWS.example'], false],
    [[''], true],
    [['not a site', 'cdn.example'], false],
  ])('blocked: %j → allowed: %s', (blockedSites, isAllowed) => {
    expect(isSiteAllowed({ blockedSites }, { page, media })).toBe(isAllowed);
  });

  it.each([
    ['https://intranet.example', 'https://intranet.example/a?b', true],
    ['https://intranet.example', 'http://intranet.example/', false],
    ['https://intranet.example:8443', 'https://intranet.example:8443/a', true],
    ['münchen.example', 'https://www.xn--mnchen-3ya.example/', true],
    ['*://*.MÜNCHEN.example/*', 'https://münchen.example/', true],
    ['bank.example.', 'https://bank.example/', true],
    ['bank.example', 'https://www.bank.example./', true],
    ['bank.example:443', 'https://bank.example/', true],
    ['bank.example:443', 'http://bank.example/', false],
    ['https://bank.example:*/*', 'https://bank.example:8443/', true],
    ['bank.example/login*', 'https://bank.example/login?a', true],
    ['bank.example/login*', 'https://bank.example/', false],
    ['https://bank.example/', 'https://bank.example/login', true],
    ['bank.example/geheim/müll*', 'https://bank.example/geheim/m%C3%BCll?a', true],
    ['bank.example/login*', 'https://bank.example/%6cogin', true],
    ['bank.example/a%2fb', 'https://bank.example/a%2Fb', true],
    ['bank.example/a%2fb', 'https://bank.example/a/b', false],
    ['bank.example:0443', 'https://bank.example/', true],
    ['HTTPS://BANK.EXAMPLE', 'https://bank.example/', true],
    ['ｂａｎｋ。example', 'https://bank.example/', true],
    ['https://*.bank.example:8443/*', 'https://a.bank.example:8443/', true],
    ['https://*.bank.example:8443/*', 'https://a.bank.example/', false],
    ['10.0.0.5', 'http://[::ffff:10.0.0.5]/', true],
    ['[::FFFF:a00:5]:80', 'http://10.0.0.5/', true],
    ['10.0.0.5', 'http://[64:ff9b::10.0.0.5]/', true],
    ['10.0.0.5', 'http://[::ffff:0:10.0.0.5]/', true],
    ['10.0.0.5', 'http://[::10.0.0.5]/', true],
    ['[64:ff9b::a00:5]', 'http://10.0.0.5/', true],
    ['10.0.0.5', 'http://[2002:a00:5::1]/', false],
    ['https://10.0.0.5/8', 'https://10.0.0.5/8', true],
    ['[FD00::1]', 'http://[fd00:0::1]/', true],
    ['0x7f.1', 'http://127.0.0.1/', true],
    ['[::1]', 'http://[::1]:8080/', true],
    ['file:///*', 'file:///home/a.jpg', true],
    ['*://*/*', 'file:///home/a.jpg', false],
    ['bank.example', 'view-source:https://bank.example/', true],
    ['bank.example', 'https://bank.example:x@other.example/', false],
    ['bank.example/*a*b*/c', 'https://bank.example/xaxb/b/c', true],
    ['bank.example/*ab', 'https://bank.example/abab', true],
    ['bank.example/ab*ba', 'https://bank.example/aba', false],
    ['bank.example/a**', 'https://bank.example/a', true],
    ['bank.example/*b*', 'https://bank.example/a', false],
    ['bank.example/a.c', 'https://bank.example/abc', false],
    ['bank.example/a|/b', 'https://bank.example/b', false],
    ['BANK.example./%7Euser/*', 'https://bank.example/~user/a', true],
    ['bank.example/%c3%bc*', 'https://bank.example/ü?x', true],
    ['*.*.bank.example', 'https://bank.example/', true],
    ['*://bank.example', 'blob:https://bank.example/5a1f', true],
    ['https://bank.example:443', 'blob:http://bank.example/5a1f', false],
    ['[::ffff:127.0.0.1]', 'http://2130706433/', true],
    ['XN--MNCHEN-3YA.example', 'https://MÜNCHEN.example/', true],
  ])('%s is %s: %s', (rule, address, isIt) => {
    expect(isSiteAllowed({ blockedSites: [rule] }, { page: address })).toBe(!isIt);
    expect(isSiteAllowed({ allowedSites: [rule] }, { page: address })).toBe(isIt);
  });

  it('block even where they are allowed', () => {
    const sites = ['news.example'];
    expect(isSiteAllowed({ allowedSites: sites, blockedSites: sites }, { page, media })).toBe(false);
  });

  it('are held against every frame around the media, of which an origin may be all that is known', () => {
    const frames = ['https://bank.example', 'https://ads.example/frame.html'];
    expect(isSiteAllowed({ blockedSites: ['bank.example'] }, { page, frames })).toBe(false);
    expect(isSiteAllowed({ blockedSites: ['https://bank.example/login*'] }, { page, frames })).toBe(false);
    expect(isSiteAllowed({ blockedSites: ['https://ads.example/other*'] }, { page, frames })).toBe(true);
    expect(isSiteAllowed({ allowedSites: ['news.example'] }, { page, frames })).toBe(false);
    expect(isSiteAllowed({ allowedSites: ['news.example', 'ads.example', 'bank.example'] }, { page, frames })).toBe(
      true,
    );
    expect(isSiteAllowed({ allowedSites: ['news.example'] }, { page, frames: ['null', 'about:srcdoc'] })).toBe(true);
  });

  it('are held against who made a blob, and do not hinder what has no site of its own', () => {
    const blob = 'blob:https://bank.example/5a1f';
    expect(isSiteAllowed({ blockedSites: ['bank.example'] }, { page, media: blob })).toBe(false);
    expect(isSiteAllowed({ blockedSites: ['https://bank.example/a*'] }, { page, media: blob })).toBe(false);
    expect(isSiteAllowed({ allowedSites: ['news.example'] }, { page, media: 'data:image/png;base64,AA==' })).toBe(true);
  });

  it('allow nothing where it is not known what the page is', () => {
    expect(isSiteAllowed({ allowedSites: ['news.example'] }, { page: '' })).toBe(false);
    expect(isSiteAllowed({ allowedSites: ['news.example'] }, { page: 'about:blank', media })).toBe(false);
  });

  it('are held against the origins of a frame three deep, and of a blob in it', () => {
    const frames = ['https://a.example', 'null', 'https://b.example/', 'about:srcdoc', 'https://bank.example'];
    expect(isSiteAllowed({ blockedSites: ['bank.example'] }, { page, frames, media: 'data:,' })).toBe(false);
    const allowedSites = ['news.example', 'a.example', 'b.example'];
    expect(isSiteAllowed({ allowedSites }, { page, frames: frames.slice(0, 4) })).toBe(true);
    expect(isSiteAllowed({ allowedSites }, { page, frames })).toBe(false);
  });

  const long = `https://bank.example/pub/${'a'.repeat(3_000)}/private.html`.slice(0, 2_000);
  it.each([
    ['bank.example', 'blocked', 'opened'],
    ['bank.example/pub/*', 'blocked', 'opened'],
    ['bank.example/*a*', 'blocked', 'opened'],
    // What follows may be this, and may not.
    ['bank.example/*/private.html', 'blocked', 'closed'],
    ['bank.example/*aa', 'blocked', 'closed'],
    ['bank.example/other/*', 'free', 'closed'],
    ['bank.example/pub/', 'free', 'closed'],
  ])(
    '%s leaves a page of that site, of which the end of a long address is not known, %s or %s',
    (rule, block, open) => {
      expect(isSiteAllowed({ blockedSites: [rule] }, { page: long })).toBe(block === 'free');
      expect(isSiteAllowed({ allowedSites: [rule] }, { page: long })).toBe(open === 'opened');
      expect(isSiteAllowed({ blockedSites: [rule] }, { page, frames: [long] })).toBe(block === 'free');
      expect(isSiteAllowed({ allowedSites: ['news.example', rule] }, { page, frames: [long] })).toBe(open === 'opened');
    },
  );

  it('know all of a page’s address where its fragment alone is long', () => {
    const place = { page: `https://bank.example/pub#${'a'.repeat(3_000)}`.slice(0, 2_000) };
    expect(isSiteAllowed({ blockedSites: ['bank.example/*private*'] }, place)).toBe(true);
    expect(isSiteAllowed({ allowedSites: ['bank.example/pub'] }, place)).toBe(true);
  });

  it('take no long time, however many they are, and however often they are asked', async () => {
    const blockedSites = Array.from({ length: 10_000 }, (_, index) => `https://*.site-${index}.example/*`);
    const ask = () => isSiteAllowed({ blockedSites }, { page, media });
    expect(await cpuTimeOf(() => Array.from({ length: 20 }, ask))).toBeLessThan(1_000);
  });

  it.each(['/**********x', '/*a*a*a*a*a*a*a*a*x'])('take no long time with a path of many stars: %s', async (path) => {
    const place = { page: `https://bank.example/${'a'.repeat(60)}` };
    const ask = () => expect(isSiteAllowed({ blockedSites: [`bank.example${path}`] }, place)).toBe(true);
    expect(await cpuTimeOf(ask)).toBeLessThan(100);
  });

  it('are named where they cannot be understood', () => {
    const allowedSites = ['a.example', '', '*', 'a b', 'https://', 'münchen.example'];
    const blockedSites = [
      'ftp://a.example/',
      'a.*.example',
      'user@a.example',
      '.a.example',
      'a..example',
      'a.example..',
    ];
    blockedSites.push('a.example,b.example', '"a.example"', 'a.example/#/b', 'a.example:123456', 'a\\b', '::1', '[::1');
    blockedSites.push('10.0.0.0/8', ' 10/8 ', 'fd00::/8', 'a.example:65536', '*://a.example:99999/*');
    expect(unusableSites({ allowedSites, blockedSites })).toEqual(['', 'a b', 'https://', ...blockedSites]);
    expect(unusableSites({})).toEqual([]);
  });
});
