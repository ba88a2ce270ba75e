import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { RUN_COMMANDS } from '../commands.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Each starts a browser and goes through several pages. Milliseconds. */
const LIMIT_MS = 180_000;

test.describe.configure({ mode: 'default', timeout: LIMIT_MS }); // One after the other: each has a browser of its own.

let child: ChildProcess | undefined;
test.afterEach(() => child?.kill('SIGINT')); // Nothing where it has ended.

for (const { words, script, args, says, isEndless } of RUN_COMMANDS) {
  test(`"${words}" does what the documents say`, async () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env; // The browsers are headless then.
    const program = spawn('node', [script, ...args], { cwd: ROOT, env });
    const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
    child = program;
    await saying(program, says);
    if (isEndless) program.kill('SIGINT'); // As Ctrl+C does.
    const status = await ended;
    if (!isEndless) expect(status).toBe(0);
  });
}

/** Waits until a program says something; throws with all it said where it ends without. */
function saying(program: ChildProcess, words: RegExp): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream?.on('data', (piece: Buffer) => {
        said += piece.toString();
        if (words.test(said)) resolve();
      });
    }
    program.once('close', (status) => reject(new Error(`it ended with ${status}, and said:\n${said}`)));
  });
}
