import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, sourceOf } from './source-files.ts';

/** Which process code runs in (docs/architecture.md). A room imports itself and core; an entrypoint, its rooms and core. */
const ROOMS = ['entrypoints', 'background', 'page', 'offscreen', 'pages', 'core'] as const;

const roomOf = (file: string) =>
  file === 'src/manifest.ts' ? 'core' : ROOMS.find((room) => file.startsWith(room) || file.startsWith(`src/${room}/`));

/** Files that reach into another room still. None may be added. */
const REACHING_OUT = [
  'src/core/service/account-view.ts',
  'src/core/service/batch-answer.ts',
  'src/pages/account/account-fields.ts',
];

const codeImports = sourceFiles().flatMap((file) =>
  importsOf(file)
    .filter(({ isType }) => !isType)
    .map((found) => ({ from: file, ...found })),
);

/** Everything that `entry` brings along at run time: files and packages. */
function reach(entry: string): Set<string> {
  const seen = new Set([entry]);
  for (const file of seen) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const { isType, file: target, specifier } of importsOf(file)) if (!isType) seen.add(target ?? specifier);
  }
  return seen;
}

describe('rooms', () => {
  it('have a place for every file', () => {
    expect(sourceFiles().filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('never import each other, types included', () => {
    const reaching = sourceFiles().filter((file) =>
      importsOf(file).some(({ file: target }) => {
        const [own, other] = [roomOf(file), target && roomOf(target)];
        return other !== undefined && own !== 'entrypoints' && other !== own && other !== 'core';
      }),
    );
    expect(reaching.sort()).toEqual(REACHING_OUT);
  });

  it('takes the extension APIs from core/browser/browser.ts alone', () => {
    const direct = codeImports.filter(({ specifier }) => specifier === 'wxt/browser' || specifier.includes('polyfill'));
    expect(direct.map(({ from }) => from)).toEqual(['src/core/browser/browser.ts']);
    const globals = sourceFiles().filter((file) =>
      /\bchrome\.\w/.test(sourceOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(globals).toEqual([]);
  });

  it('calls i18n.getMessage and console from one place each', () => {
    const callers = (pattern: RegExp) => sourceFiles().filter((file) => pattern.test(sourceOf(file)));
    expect(callers(/i18n\.getMessage\(/)).toEqual(['src/core/i18n.ts']);
    expect(callers(/console\.\w+\(/)).toEqual(['src/core/log.ts']);
  });

  it('makes no markup from strings', () => {
    const pattern =
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|new Function|\beval\(/;
    const code = (file: string) => sourceOf(file).replace(/\/\/.*/g, '');
    expect(sourceFiles().filter((file) => pattern.test(code(file)))).toEqual([]);
  });

  it('keeps schemas, storage, the API and every secret out of what goes into pages', () => {
    const reached = [...reach('entrypoints/page.ts')];
    expect(
      reached.filter((name) => /^src\/(background|core\/(store|service|schema))|^zod|^ky|^idb/.test(name)),
    ).toEqual([]);
    expect(reached.length).toBeGreaterThan(20);
  });

  it('keeps the recorder to two files: it knows nothing of the extension', () => {
    const reached = [...reach('entrypoints/recorder.ts')].filter((name) => name.startsWith('src/'));
    expect(reached).toEqual(['src/page/find/watch-right-clicks.ts', 'src/page/find/last-right-click.ts']);
  });

  it('keeps composition roots small', () => {
    const long = sourceFiles().filter((file) => {
      const lines = sourceOf(file).split('\n').length;
      return lines > 300 || (/^entrypoints\/.*(index|main|page)\.tsx?$/.test(file) && lines > 90);
    });
    expect(long).toEqual([]);
  });

  it('names no file for what it is not about', () => {
    expect(sourceFiles().filter((file) => /\/(utils?|helpers?|types|constants|common|misc)\.tsx?$/.test(file))).toEqual(
      [],
    );
  });
});
