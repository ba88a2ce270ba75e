// `npm run outdated`: which dependencies have newer versions, and which have known faults. Ends with 1 where one has a fault.
import { tryTool } from './run-tool.ts';

const [outdated, audit] = await Promise.all([tryTool('npm', 'outdated'), tryTool('npm', 'audit', '--omit=dev')]);
console.log(outdated.output.trim() || 'Every dependency is at its newest version.');
console.log(audit.output.trim());
process.exitCode = audit.status;
