// `npm test`: what shows most faults in a few minutes, in the order in which a fault shows soonest, ending in one line of
// counts. `npm test -- --full`: everything. `npm run test:long`: what takes longer than a merge can wait.
import { parseArgs } from 'node:util';
import { makeLocalBuild } from './local-build.ts';
import { testInBrowsers } from './test/in-browsers.ts';
import { fetchOldestBrowsers, testInOldestBrowsers } from './test/oldest-browsers.ts';
import { createTally } from './test/tally.ts';

/** Slow tests of the repository, which belong to everything. */
const SLOW = 'tests/repo/full/**';

const { values } = parseArgs({ options: { full: { type: 'boolean' }, long: { type: 'boolean' } } });
const extent = values.long ? 'long' : values.full ? 'full' : 'quick';
const tally = createTally(extent);

async function build(): Promise<boolean> {
  const chrome = await tally.step('build for Chrome', 'wxt', 'build', '-b', 'chrome');
  return (await tally.step('build for Firefox', 'wxt', 'build', '-b', 'firefox')) && chrome;
}

async function lookAtSources(): Promise<void> {
  await tally.step('format and lint', 'biome', 'ci', '--error-on-warnings', '.');
  await tally.step('nothing unused', 'knip');
}

await tally.step('types made from the texts', 'wxt', 'prepare');
const oldest = extent === 'full' ? fetchOldestBrowsers(tally.say) : undefined; // They come while other things are tried.
oldest?.catch(() => undefined); // It is heard below.
const [isBuilt] = await Promise.all([
  build(),
  ...(extent === 'long' ? [] : [tally.step('types', 'tsc', '--noEmit'), lookAtSources()]),
]);
if (extent !== 'long')
  await tally.tests('in Node', { runner: 'vitest', args: extent === 'quick' ? ['--exclude', SLOW] : [] });
else await tally.tests('any files', { runner: 'vitest', args: [], config: 'vitest.long.config.ts' });
if (isBuilt) {
  await Promise.all([makeLocalBuild('chrome'), makeLocalBuild('firefox')]);
  await testInBrowsers(tally, extent);
  if (oldest) await testInOldestBrowsers(tally, await oldest);
}
process.exitCode = tally.close();
