import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, sourceOf } from './source-files.ts';

/** From the top down: code imports from its own layer and from those below. Types may cross, being gone at run time. */
const LAYERS: readonly (readonly string[])[] = [
  ['entrypoints'],
  ['src/ui'],
  ['src/check'],
  ['src/bitmind', 'src/media', 'src/storage', 'src/messaging'],
  ['src/errors', 'src/platform', 'src/i18n.ts', 'src/log.ts', 'src/schema.ts', 'src/manifest.ts'],
];

const layerOf = (file: string) => LAYERS.findIndex((parts) => parts.some((part) => file.startsWith(part)));

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

describe('layers', () => {
  it('has a layer for every file', () => {
    expect(sourceFiles().filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  it('imports downward only', () => {
    const upward = codeImports.filter(
      ({ from, file }) => file?.match(/^(src|entrypoints)/) && layerOf(file) < layerOf(from),
    );
    expect(upward).toEqual([]);
  });

  it.each(['src/check', 'src/bitmind', 'src/errors'])('%s reaches neither the browser nor the interface', (layer) => {
    const files = sourceFiles().filter((file) => file.startsWith(layer));
    const reached = new Set(files.flatMap((file) => [...reach(file)]));
    expect([...reached].filter((name) => /^src\/(platform|ui|i18n)|^wxt|polyfill/.test(name))).toEqual([]);
  });

  it('takes the extension APIs from platform/browser.ts alone', () => {
    const direct = codeImports.filter(({ specifier }) => specifier === 'wxt/browser' || specifier.includes('polyfill'));
    expect(direct.map(({ from }) => from)).toEqual(['src/platform/browser.ts']);
    const globals = sourceFiles().filter((file) =>
      /\bchrome\.\w/.test(sourceOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(globals).toEqual([]);
  });

  it('calls i18n.getMessage and console from one place each', () => {
    const callers = (pattern: RegExp) => sourceFiles().filter((file) => pattern.test(sourceOf(file)));
    expect(callers(/i18n\.getMessage\(/)).toEqual(['src/i18n.ts']);
    expect(callers(/console\.\w+\(/)).toEqual(['src/log.ts']);
  });

  it('makes no markup from strings', () => {
    const pattern =
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|new Function|\beval\(/;
    const code = (file: string) => sourceOf(file).replace(/\/\/.*/g, '');
    expect(sourceFiles().filter((file) => pattern.test(code(file)))).toEqual([]);
  });

  it('keeps schemas, storage, the API and every secret out of what goes into pages', () => {
    const reached = [...reach('entrypoints/page.ts')];
    expect(reached.filter((name) => /^src\/(storage|bitmind)|src\/schema|^zod|^ky|^idb/.test(name))).toEqual([]);
    expect(reached.length).toBeGreaterThan(20);
  });

  it('keeps the recorder to two files: it knows nothing of the extension', () => {
    const reached = [...reach('entrypoints/recorder.ts')].filter((name) => name.startsWith('src/'));
    expect(reached).toEqual(['src/media/find/watch-right-clicks.ts', 'src/media/find/last-right-click.ts']);
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
