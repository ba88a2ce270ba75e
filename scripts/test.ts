// `npm test`: everything, in the order in which a fault shows soonest, ending in one line of counts.
import { makeLocalBuild } from './local-build.ts';
import { createTally } from './test/tally.ts';

const tally = createTally();

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
await tally.vitest('unit and repository', 'tests/unit', 'tests/repo');
if (chrome && firefox) {
  await Promise.all([makeLocalBuild('chrome'), makeLocalBuild('firefox')]);
  await tally.playwright('end to end');
  tally.mediaTable('the table of media in the README');
}
process.exitCode = tally.close();
