import { describe, expect, it } from 'vitest';
import { isSiteAllowed } from '../../../../src/background/check/admit-check.ts';

const PAGE = 'https://www.news.example/story?id=1';
const MEDIA = 'https://cdn.example/a.jpg';

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
  ])('allowed: %j → %s', (allowedSites, isAllowed) => {
    expect(isSiteAllowed({ allowedSites }, PAGE, MEDIA)).toBe(isAllowed);
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
  ])('blocked: %j → allowed: %s', (blockedSites, isAllowed) => {
    expect(isSiteAllowed({ blockedSites }, PAGE, MEDIA)).toBe(isAllowed);
  });

  it('block even where they are allowed', () => {
    expect(isSiteAllowed({ allowedSites: ['news.example'], blockedSites: ['news.example'] }, PAGE, MEDIA)).toBe(false);
  });

  it('are told apart by their ports, where one is written', () => {
    const rules = { blockedSites: ['127.0.0.1:8080'] };
    expect(isSiteAllowed(rules, 'http://127.0.0.1:8080/', '')).toBe(false);
    expect(isSiteAllowed(rules, 'http://127.0.0.1:9090/', '')).toBe(true);
  });

  it('do not hinder media that has no site of its own', () => {
    expect(isSiteAllowed({ allowedSites: ['news.example'] }, PAGE, 'data:image/png;base64,AA==')).toBe(true);
  });
});
