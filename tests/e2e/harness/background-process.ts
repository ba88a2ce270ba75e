import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A helper program that runs beside the tests and is ended with them. */
export interface BackgroundProcess {
  /** The first line the program wrote: where to reach it. */
  readonly firstLine: string;
  /** Ends the program and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts a program that writes one line, once it is ready, to the file descriptor `readyFd` (1 is standard output). */
export async function startBackgroundProcess(
  program: string,
  args: string[],
  { readyFd, env }: { readyFd: 1 | 3; env: NodeJS.ProcessEnv },
): Promise<BackgroundProcess> {
  const stdio: SpawnOptions['stdio'] = ['ignore', readyFd === 1 ? 'pipe' : 'ignore', 'ignore'];
  if (readyFd === 3) stdio.push('pipe');
  const child = spawn(program, args, { stdio, env });
  const endWithTests = () => child.kill();
  process.once('exit', endWithTests);
  return {
    firstLine: await firstLineOf(child, program, readyFd),
    stop: async () => {
      process.off('exit', endWithTests);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

async function firstLineOf(child: ChildProcess, program: string, fd: 1 | 3): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once('error', reject); // the program is not installed
  child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready`)));
  let text = '';
  child.stdio[fd]?.on('data', (data: Buffer) => {
    text += data.toString('utf8');
    if (text.includes('\n')) resolve(text.trim());
  });
  return promise;
}
