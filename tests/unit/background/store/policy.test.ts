import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPolicy } from '../../../../src/background/store/policy.ts';

afterEach(() => vi.restoreAllMocks());

/** Sets what the browser gives as managed storage; the fake has none of its own. */
function manage(get: () => Promise<Record<string, unknown>>): void {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(get);
}

describe('a policy', () => {
  it('is taken as it is written', async () => {
    const policy = { apiKey: 'enterprise-1', lockAccount: true, keepResultsDays: 0, blockedSites: ['bank.example'] };
    manage(async () => policy);
    expect(await readPolicy()).toMatchObject(policy);
  });

  it('counts in all that can be used of it', async () => {
    manage(async () => ({
      method: 'password',
      apiKey: 7,
      clientId: '  desk ',
      clientSecret: ' ',
      keepResultsDays: -1,
      unknown: true,
    }));
    const policy = await readPolicy();
    expect(Object.entries(policy).filter(([, value]) => value !== undefined)).toEqual([['clientId', 'desk']]);
  });

  it.each([
    ['disableScreenCapture', 'yes', true],
    ['disableScreenCapture', 'True', true],
    ['onlyOriginalFiles', 1, true],
    ['lockAccount', ['true'], true],
    ['lockAccount', 'FALSE', false],
    ['onlyOriginalFiles', 0, false],
    ['onlyOriginalFiles', null, undefined],
    ['requestsPerHour', '40', 40],
    ['requestsPerHour', 0, 1],
    ['requestsPerHour', '-1', 1],
    ['requestsPerHour', 'many', undefined],
    ['automaticPerHour', 0, 1],
    ['lockAutomaticSites', 'yes', true],
    ['requestsPerHour', 1.5, undefined],
    ['keepResultsDays', ' 7 ', 7],
    ['keepResultsDays', '0', 0],
    ['keepResultsDays', '', undefined],
    ['keepResultsDays', true, undefined],
  ])('restricts by %s written as %j: %s', async (name, written, meant) => {
    manage(async () => ({ [name]: written }));
    expect(Object.entries(await readPolicy()).find(([key]) => key === name)?.[1]).toBe(meant);
  });

  it('has its credentials as they were meant', async () => {
    manage(async () => ({
      apiKey: 'Bearer enterprise-1\n',
      clientId: '\uFEFFclient_id: "desk"',
      clientSecret: '“a\u200B=b”',
    }));
    expect(await readPolicy()).toMatchObject({ apiKey: 'enterprise-1', clientId: 'desk', clientSecret: 'a=b' });
  });

  it('is empty where no administrator set anything (Firefox says so with an error)', async () => {
    manage(() => Promise.reject(new Error('Managed storage manifest not found')));
    expect(Object.values(await readPolicy()).filter((value) => value !== undefined)).toEqual([]);
  });

  it.each([
    ['https://desk.example/report', 'https://desk.example/report'],
    [' mailto:desk@news.example?subject=AI ', 'mailto:desk@news.example?subject=AI'],
    ['http://desk.example/', undefined],
    ['javascript:alert(1)', undefined],
    ['chrome://settings', undefined],
    ['desk', undefined],
    [7, undefined],
  ])('has a place for reports that may be opened: %j', async (written, reportAddress) => {
    manage(async () => ({ reportAddress: written }));
    expect((await readPolicy()).reportAddress).toBe(reportAddress);
  });

  it.each([
    ['news.example', ['news.example']],
    [
      ['news.example', 7, null],
      ['news.example', '', ''],
    ],
    [{}, ['']],
    [[], []],
    [null, undefined],
  ])('has its lists of sites as they were meant: %j', async (written, allowedSites) => {
    manage(async () => ({ allowedSites: written }));
    expect((await readPolicy()).allowedSites).toEqual(allowedSites);
  });
});
