import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The root of the repository: where tools run. */
export const ROOT = join(import.meta.dirname, '..');

const BIN = join(ROOT, 'node_modules/.bin');

/** What a tool did. */
export interface ToolRun {
  readonly status: number;
  /** Both of its streams. */
  readonly output: string;
}

/** The environment of a tool: it finds the project's own tools, and writes no colours. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: BIN + delimiter + process.env.PATH, FORCE_COLOR: '0' };
}

/** Runs one of the project's tools to its end; gives its status and output whatever they are. */
export function tryTool(tool: string, ...args: readonly string[]): Promise<ToolRun> {
  return runProgram(tool, args);
}

/** Runs a program to its end, in the root of the repository or another folder; gives its status and output. */
export function runProgram(program: string, args: readonly string[], cwd = ROOT): Promise<ToolRun> {
  const child = spawn(program, args, { cwd, env: toolEnvironment(), shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Runs one of the project's tools, and throws with its output if it fails. */
export async function runTool(tool: string, ...args: readonly string[]): Promise<void> {
  const { status, output } = await tryTool(tool, ...args);
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')} failed:\n${output}`);
}
