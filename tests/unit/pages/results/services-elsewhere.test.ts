import { beforeAll, describe, expect, it } from 'vitest';
import { elsewhereLinks } from '../../../../src/pages/results/services-elsewhere.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

const linksTo = (address: string | undefined, allowed?: readonly string[]) =>
  elsewhereLinks({ elsewhere: { address, hasFile: true, allowed } });

describe('the services to look elsewhere', () => {
  it('each get the address as one value, and nothing else', () => {
    const address = 'https://cdn.example/a%20b/%C3%BC&c.jpg?w=640&format=webp';
    const value = 'https%3A%2F%2Fcdn.example%2Fa%2520b%2F%25C3%25BC%26c.jpg%3Fw%3D640%26format%3Dwebp';
    const links = linksTo(address);
    expect(links.some(({ isForFile }) => isForFile)).toBe(false);
    expect(links.map(({ name, learner, address: opened }) => [name, learner, opened])).toEqual([
      ['Google Lens', 'Google', `https://lens.google.com/uploadbyurl?url=${value}`],
      ['Bing', 'Bing', `https://www.bing.com/images/search?view=detailv2&iss=sbi&q=imgurl:${value}`],
      ['TinEye', 'TinEye', `https://tineye.com/search?url=${value}`],
      ['Yandex', 'Yandex', `https://yandex.com/images/search?rpt=imageview&url=${value}`],
      [
        'Inspect Content Credentials',
        'contentcredentials.org',
        `https://contentcredentials.org/verify?source=${value}`,
      ],
      ['Search fact checks', 'Google', `https://toolbox.google.com/factcheck/explorer/search/image_url:${value}`],
    ]);
  });

  it('are those with a page for files, where there is no public address: that page is told nothing', () => {
    const links = linksTo(undefined);
    expect(links.every(({ isForFile }) => isForFile)).toBe(true);
    expect(links.map(({ name, learner, address }) => [name, learner, address])).toEqual([
      ['Google Lens', 'Google', 'https://www.google.com/?olud'],
      ['Bing', 'Bing', 'https://www.bing.com/visualsearch'],
      ['TinEye', 'TinEye', 'https://tineye.com/'],
      ['Yandex', 'Yandex', 'https://yandex.com/images/'],
      ['Inspect Content Credentials', 'contentcredentials.org', 'https://contentcredentials.org/verify'],
      ['Search fact checks', 'Google', 'https://toolbox.google.com/factcheck/explorer'],
    ]);
  });

  it.each([['https://cdn.example/a.jpg'], [undefined]])(
    'are those an administrator leaves, for the address %s',
    (address) => {
      const namesOf = (allowed: readonly string[] | undefined) => linksTo(address, allowed).map(({ name }) => name);
      expect(namesOf(['tineye', 'fact-checks', 'other', ''])).toEqual(['TinEye', 'Search fact checks']);
      expect(namesOf([])).toEqual([]);
      expect(namesOf(undefined)).toHaveLength(6);
    },
  );

  it('are none for what no service takes', () => {
    expect(elsewhereLinks({})).toEqual([]);
  });
});
