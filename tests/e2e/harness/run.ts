import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program to its end and gives what it printed. Throws, with its standard error in the message, when it fails. */
export async function run(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await execute(program, args, { env, encoding: 'utf8' });
  return stdout;
}
