import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT, sourceOf } from './source-files.ts';

const SPECS = globSync('tests/e2e/**/*.spec.ts', { cwd: ROOT }).sort();

/** Files of which `npm test` runs nothing, and why. */
const NOT_QUICK: Readonly<Record<string, string>> = {
  'commands.spec.ts': 'half a minute, for what changes seldom',
  'firefox/all-sites.spec.ts': 'native/all-sites.spec.ts takes the harder browser',
  'firefox/canvas-noise.spec.ts': 'of a setting that few have',
  'firefox/convert-video.spec.ts': 'firefox/check-video.spec.ts converts a video',
  'firefox/find-pictures.spec.ts': 'the same pages as in Chromium',
  'firefox/private-window.spec.ts':
    'a browser of its own; native/private-window.spec.ts has a private window of Chromium',
  'headless/convert-video.spec.ts': 'headless/check-video.spec.ts converts a video',
  'headless/full-disk.spec.ts': 'ten seconds, to fill a storage',
  'headless/page-stages.spec.ts': 'headless/check-image.spec.ts cancels a check',
};

/** Folders of which that is so as a whole: the faults run in Node; the long tests have a command of their own. */
const FOLDERS_NOT_QUICK = /^tests\/e2e\/(faults|long)\//;

/** Tests that a table defines have the tag by a rule. */
const QUICK = /@quick\b|define\w+Tests\(/;

it('npm test runs something of each file of tests in a browser, or there is a reason why not', () => {
  const without = SPECS.filter((file) => !FOLDERS_NOT_QUICK.test(file) && !QUICK.test(sourceOf(file)));
  const known = Object.keys(NOT_QUICK).map((file) => `tests/e2e/${file}`);
  expect(without, 'end the title of one of its tests with @quick, or give a reason in NOT_QUICK').toEqual(known);
});

it.each(SPECS)('the tags of %s are @quick and @oldest', (file) => {
  const tags = [...sourceOf(file).matchAll(/ @(\w+)(?= @|['"`],)/g)].map(([, tag]) => tag);
  expect(tags.filter((tag) => tag !== 'quick' && tag !== 'oldest')).toEqual([]);
});
