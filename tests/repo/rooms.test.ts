import { describe, expect, it } from 'vitest';
import { circles, importsOf, sourceFiles, sourceOf } from './source-files.ts';

/** Which process code runs in (docs/architecture.md). A room imports itself and core; an entrypoint, one room. */
const ROOMS = ['entrypoints', 'background', 'page', 'offscreen', 'pages', 'core'] as const;

const roomOf = (file: string) =>
  file === 'src/manifest.ts' ? 'core' : ROOMS.find((room) => file.startsWith(room) || file.startsWith(`src/${room}/`));

/**
 * The floors of background: its folders import those of their own floor and of lower ones, nothing above. What lies in none of them
 * is below all; what starts it, above.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['browser', 'page-link', 'offscreen-link'],
  ['read', 'service', 'store', 'words'],
  ['check', 'page-run', 'results'],
  ['automatic'],
  ['answer'],
];

const START = 'src/background/start-background.ts';

function floorOf(file: string): number {
  if (file === START) return FLOORS.length;
  const [, folder = ''] = /^src\/background\/([^/]+)\//.exec(file) ?? [];
  return FLOORS.findIndex((folders) => folders.includes(folder));
}

/**
 * Most lines of all of core: what is larger is a drawer. Two hundred of them put files together of parts, which the page does too;
 * forty draw a verdict for one glance, in the page and in our own pages, and as many how firm it is. Forty are what was measured of an
 * image, kept with its check, and what that means. Two hundred are by what a part of an image is chosen, in the page and in the popup.
 * A hundred and fifty are what was said of the parts of a video: the record, the job that cuts them, the bar over time. A few ask for
 * the file. Fifty keep the short of what a file says, and draw it; twenty name who made it, and a hundred and seventy keep and draw what
 * it was made from.
 * Ninety are of the side panel: it is opened from the popup and from the background, has a list of its own, and the user's judgement.
 * Thirty-five are the sites where images are checked as they are shown: the list, and what pages and background say of it.
 * Twenty-five lead from every panel to the tree of Content Credentials. Forty keep where results were apart from all else of them. Ten
 * keep a verdict while it is made again. Sixty are what a verdict means, of which exports tell too.
 */
const MOST_OF_CORE = 5_370;

const linesOf = (file: string) => sourceOf(file).split('\n').length - 1;
const baseName = (file: string) => file.replace(/^.*\//, '').replace(/\.tsx?$/, '');

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
    expect(reaching).toEqual([]);
  });

  it('stand in no circle, types included', () => {
    expect(circles(sourceFiles()).map((way) => way.map(baseName))).toEqual([]);
  });

  it('lie on floors in background, and import nothing above them', () => {
    const inBackground = sourceFiles().filter((file) => roomOf(file) === 'background');
    const up = inBackground.flatMap((file) =>
      importsOf(file).flatMap(({ file: target }) =>
        target && roomOf(target) === 'background' && floorOf(target) > floorOf(file) ? `${file} -> ${target}` : [],
      ),
    );
    expect(up).toEqual([]);
  });

  it('are started by one entrypoint each, which imports nothing else', () => {
    const entrypoints = sourceFiles().filter((file) => roomOf(file) === 'entrypoints');
    const roomsOf = (file: string) => {
      const imported = importsOf(file).flatMap(({ file: target }) => (target && roomOf(target)) ?? []);
      return [...new Set(imported)];
    };
    const putTogether = entrypoints.filter((file) => roomsOf(file).length > 1 || linesOf(file) > 10);
    // In Firefox the event page does the offscreen document's work itself.
    const exception = 'entrypoints/background/index.ts';
    expect(putTogether.sort()).toEqual([exception]);
    expect(roomsOf(exception)).toEqual(['background', 'offscreen']);
    expect(linesOf(exception)).toBeLessThanOrEqual(10);
  });

  it('keep core to what two of them share', () => {
    const inCore = sourceFiles().filter((file) => file.startsWith('src/core/'));
    const importers = new Map(inCore.map((file) => [file, new Set<string>()]));
    for (const file of sourceFiles()) {
      for (const { file: target } of importsOf(file)) if (target) importers.get(target)?.add(file);
    }
    /** The rooms that use a file of core, be it by others of core. */
    const usersOf = (file: string): ReadonlySet<string> => {
      const seen = new Set([file]);
      for (const one of seen) for (const user of importers.get(one) ?? []) seen.add(user);
      return new Set([...seen].filter((one) => !inCore.includes(one)).map((one) => roomOf(one) ?? one));
    };
    expect(inCore.filter((file) => usersOf(file).size < 2)).toEqual([]);
    expect(inCore.reduce((sum, file) => sum + linesOf(file), 0)).toBeLessThanOrEqual(MOST_OF_CORE);
  });

  it('have no name twice', () => {
    const names = sourceFiles()
      .filter((file) => roomOf(file) !== 'entrypoints')
      .map(baseName);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
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
    expect(reached.filter((name) => /^src\/(background|core\/(store|service|schema))|^zod|^idb/.test(name))).toEqual(
      [],
    );
    expect(reached.length).toBeGreaterThan(20);
  });

  it('keeps the recorder to two files: it knows nothing of the extension', () => {
    const reached = [...reach('entrypoints/recorder.ts')].filter((name) => name.startsWith('src/'));
    expect(reached).toEqual(['src/page/find/watch-right-clicks.ts', 'src/page/find/last-right-click.ts']);
  });

  it('have no file of more than 300 lines', () => {
    expect(sourceFiles().filter((file) => linesOf(file) > 300)).toEqual([]);
  });

  it('names no file for what it is not about', () => {
    expect(
      sourceFiles().filter((file) => /\/(utils?|helpers?|types|parts|constants|common|misc)[./]|-parts\./.test(file)),
    ).toEqual([]);
  });
});
