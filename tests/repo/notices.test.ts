import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../scripts/notices/licences.ts';
import { type BuildName, buildFolder, filesOf, readBuilt } from './builds.ts';

const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;

/** What of a build is neither a script nor one of the files that are ours throughout. */
const NOT_OURS = /^(?!.*\.(js|css|html)$)(?!_locales\/|icon\/|manifest\.json$|managed-schema\.json$)/;

/** The modules in each script of a build, as the build noted them. */
function modulesOf(build: BuildName): Record<string, string[]> {
  return JSON.parse(readFileSync(`${buildFolder(build)}-modules.json`, 'utf8'));
}

/** The folders of the packages that modules of a build lie in. */
function packageFolders(build: BuildName): string[] {
  const ids = Object.values(modulesOf(build)).flat();
  const folders = ids.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []);
  return [...new Set(folders)];
}

/** One section of the notices: the parts that it is about, and all of its text. */
interface Section {
  readonly parts: string[];
  readonly text: string;
}

function sectionsOf(build: BuildName): Section[] {
  const [, ...sections] = readBuilt(build, 'THIRD-PARTY-NOTICES.txt')
    .toString()
    .split(/^={80}$/m);
  return sections.map((text) => ({ parts: (text.split('\nLicence: ')[0] ?? '').trim().split('\n'), text }));
}

/** What the notices say of a part; empty where they do not name it. */
function noticeOf(build: BuildName, part: string): string {
  return sectionsOf(build).find(({ parts }) => parts.some((line) => line.startsWith(`${part},`)))?.text ?? '';
}

describe.each(BUILDS)('the notices of %s', (build) => {
  it('are made from the modules of every script', () => {
    const scripts = filesOf(build).filter((file) => file.endsWith('.js'));
    expect(Object.keys(modulesOf(build)).sort()).toEqual(scripts);
  });

  it('name each bundled package by its version, with the text of its licence', () => {
    const folders = packageFolders(build);
    const without = folders.filter((folder) => {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      return !/copyright/i.test(noticeOf(build, `${name} ${version}`));
    });
    expect(without).toEqual([]);
    expect(folders.length).toBeGreaterThan(15);
  });

  it.each(['rolldown', 'vite', 'wxt'])('name %s, which adds modules of its own', (tool) => {
    expect(
      sectionsOf(build)
        .flatMap(({ parts }) => parts)
        .join('\n'),
    ).toMatch(new RegExp(`^${tool} \\d`, 'm'));
  });

  it('give an allowed licence for every part', () => {
    const sections = sectionsOf(build);
    const licences = sections.map(({ text }) => /^Licence: (.*)$/m.exec(text)?.[1]);
    expect(licences.filter((licence) => !isAllowed(licence))).toEqual([]);
    expect(licences.length).toBeGreaterThan(20);
  });

  // Firefox is what the polyfill makes others alike to: its build has none.
  it.each(['mediabunny', ...(build === 'chrome-mv3' ? ['webextension-polyfill'] : [])])(
    'say where the source of %s is',
    (name) => {
      const section = sectionsOf(build).find(({ parts }) => parts.some((part) => part.startsWith(`${name} `)));
      expect(section?.text).toMatch(/^\S+ [\d.]+, https:\/\/github\.com\/\S+\nLicence: MPL-2\.0\nThe source code is/m);
    },
  );

  it('name every crate that the engine names, with its version', () => {
    const engine = readBuilt(build, 'c2pa.wasm').toString('latin1');
    const crates = new Set(Array.from(engine.matchAll(/crates\.io-\w+\/([^/]+)\//g), ([, crate = '']) => crate));
    const text = sectionsOf(build)
      .filter(({ parts }) => parts.some((part) => part.startsWith('c2pa.wasm,')))
      .flatMap((section) => section.text.split(/, |\n/));
    const isNamed = (crate: string) => {
      const [, name = '', version = ''] = /^(.*?)-(\d+\..*)$/.exec(crate) ?? [];
      return text.some((entry) => entry.startsWith(`${name} `) && entry.split(' ').includes(version));
    };
    expect([...crates].filter((crate) => !isNamed(crate))).toEqual([]);
    expect(crates.size).toBeGreaterThan(80);
  });

  it('name every file that is taken over as it is, and the trust list', () => {
    const ours = ['THIRD-PARTY-NOTICES.txt', 'trust.txt'];
    const taken = filesOf(build).filter((file) => NOT_OURS.test(file) && !ours.includes(file));
    expect(taken.filter((file) => noticeOf(build, file) === '')).toEqual([]);
    expect(taken).toEqual(['c2pa.wasm', 'sample.jpg']);
    expect(sectionsOf(build).find(({ text }) => /^C2PA Trust List of 20\d\d-/m.test(text))?.text).toContain(
      'O-UDA-1.0',
    );
  });
});
