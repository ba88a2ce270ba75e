// Sets up what the other commands need: `node scripts/set-up.mjs start|test|long`. Plain JavaScript for Node 20, with nothing
// installed: the rest of the project runs on the Node that this installs (the package `node`).
import { installPackages } from './set-up/install-packages.mjs';
import { installPrograms } from './set-up/install-programs.mjs';
import { missingPrograms } from './set-up/programs.mjs';

/** Oldest Node that npm's own commands here run on. */
const OLDEST_NODE = 20;

const command = process.argv[2];
const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE)
  fail(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}. See https://nodejs.org.`);
try {
  installPackages();
} catch (error) {
  fail(error.message);
}
const missing = missingPrograms(command);
const fault = missing.length > 0 ? installPrograms(missing) : undefined;
if (fault && command === 'start') fail(fault);
if (fault)
  console.log(`
${fault}
Until then, tests that need them are counted as skipped: all in browsers, and without ffmpeg some of logic.
`);

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
