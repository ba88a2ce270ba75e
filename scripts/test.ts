// `npm test`: everything, in the order in which a fault shows soonest, ending in one line of counts.
import { makeLocalBuild } from './local-build.ts';
import { testInBrowsers } from './test/in-browsers.ts';
import { createTally } from './test/tally.ts';

const tally = createTally('full');

await tally.step('types made from the texts', 'wxt', 'prepare');
await Promise.all([
  tally.step('format and lint', 'biome', 'ci', '--error-on-warnings', '.'),
  tally.step('types', 'tsc', '--noEmit'),
  tally.step('nothing unused', 'knip'),
]);
const [chrome, firefox] = [
  await tally.step('build for Chrome', 'wxt', 'build', '-b', 'chrome'),
  await tally.step('build for Firefox', 'wxt', 'build', '-b', 'firefox'),
];
await tally.tests('in Node', { runner: 'vitest', args: [] });
if (chrome && firefox) {
  await Promise.all([makeLocalBuild('chrome'), makeLocalBuild('firefox')]);
  await testInBrowsers(tally);
}
process.exitCode = tally.close();
