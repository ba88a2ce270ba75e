import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { engineNotices } from '../../../scripts/notices/engine-notices.ts';
import { packageNotice } from '../../../scripts/notices/package-notice.ts';
import { packageOfModule } from '../../../scripts/notices/package-of-module.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'notices-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An installed package that says `says` of itself. */
function installed(name: string, says: object, files: Readonly<Record<string, string>>): string {
  const at = join(folder, 'node_modules', name);
  mkdirSync(at, { recursive: true });
  const packageJson = { name, version: '1.2.3', license: 'MIT', repository: 'someone/something', ...says };
  writeFileSync(join(at, 'package.json'), JSON.stringify(packageJson));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
  return at;
}

describe('a bundled module', () => {
  it.each([
    ['/a/node_modules/ky/dist/index.js', '/a/node_modules/ky'],
    ['/a/node_modules/@noble/hashes/sha2.js', '/a/node_modules/@noble/hashes'],
    ['/a/node_modules/one/node_modules/two/index.js?used', '/a/node_modules/one/node_modules/two'],
    ['\0vite/preload-helper.js', `${root}/node_modules/vite`],
    ['\0rolldown/runtime.js', `${root}/node_modules/rolldown`],
    [`\0virtual:wxt-background-entrypoint?${root}/entrypoints/background/index.ts`, `${root}/node_modules/wxt`],
    [`${root}/src/core/i18n.ts`, undefined],
  ])('%j comes from %s', (id, from) => {
    expect(packageOfModule(id)).toBe(from);
  });

  it('of unknown origin ends the build', () => {
    expect(() => packageOfModule('\0some-plugin:helper')).toThrow(/whose code/);
  });
});

describe('the notice of a package', () => {
  it('holds every file about its licence, and its repository as an address to open', () => {
    const at = installed('good', {}, { 'LICENSE.md': 'May be used. ', NOTICE: 'By someone.', 'README.md': 'No.' });
    expect(packageNotice(at)).toEqual({
      parts: ['good 1.2.3, https://github.com/someone/something'],
      licence: 'MIT',
      text: 'May be used.\n\nBy someone.',
    });
  });

  it('ends the build where its licence is not on the list', () => {
    const at = installed('copyleft', { license: 'GPL-3.0-only' }, { LICENSE: 'Share alike.' });
    expect(() => packageNotice(at)).toThrow('copyleft has the licence GPL-3.0-only, which is not on the list');
  });

  it('ends the build where the package brings no licence text', () => {
    expect(() => packageNotice(installed('bare', {}, {}))).toThrow('bare brings no licence file');
  });
});

describe('the notices of the engine', () => {
  const naming = (crate: string) => Buffer.from(`\0at /x/registry/src/index-1/${crate}/src/lib.rs\0`, 'latin1');

  it('give crates the versions that the engine names', () => {
    const texts = engineNotices(Buffer.concat([naming('nom-8.0.0'), naming('nom-7.1.3')])).map(({ text }) => text);
    expect(texts.join('\n')).toContain('nom 7.1.3 8.0.0\nCopyright (c) 2014-2019 Geoffroy Couprie');
  });

  it('end the build where a crate is not on the list', () => {
    expect(() => engineNotices(naming('brand-new-0.1.0'))).toThrow('c2pa.wasm holds the crate brand-new');
  });
});
