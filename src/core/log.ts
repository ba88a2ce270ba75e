import { isAbort, isAppError } from './errors/app-error.ts';

/**
 * Writes a fault of this software to the extension's own console. Expected errors are the user's to read, not the log's;
 * nothing that came from a page or the service is written, since either may hold a secret.
 */
export function logFault(error: unknown): void {
  if (isAbort(error) || (isAppError(error) && error.data.code !== 'unexpected')) return;
  const { name, stack = '' } = error instanceof Error ? error : new Error('not an Error');
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console.
  console.error('Check with BitMind:', name, stack.split('\n').filter(isPlaceInCode).join('\n'));
}

/** A line of a stack that names a place in the code, in Chromium or Firefox; the others are the message, which may have several. */
function isPlaceInCode(line: string): boolean {
  return /^\s+at .*:\d+:\d+\)?$|^\S*@\S+:\d+:\d+$/.test(line);
}
