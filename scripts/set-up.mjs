// Sets up what the other commands need: `node scripts/set-up.mjs start|test`. Plain JavaScript for Node 20, with nothing
// installed: the rest of the project runs on the Node that this installs (the package `node`).
import { installBrowsers } from './set-up/install-browsers.mjs';
import { installPackages } from './set-up/install-packages.mjs';

/** Oldest Node that npm's own commands here run on. */
const OLDEST_NODE = 20;

const command = process.argv[2];
const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE)
  fail(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}. See https://nodejs.org.`);
try {
  installPackages();
  if (command === 'start' || command === 'test') installBrowsers(command);
} catch (error) {
  fail(error.message);
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
