import { startBackgroundProcess } from './background-process.ts';

/** An X display of its own, without a window manager: browsers take focus and open menus well without one. */
export interface Display {
  /** What `DISPLAY` is set to, such as `:1`. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Size of the display in pixels. */
export const DISPLAY_SIZE = { width: 1280, height: 900 };

/** Starts Xvfb on a display number that it finds free itself, so that several can be started at once. */
export async function startDisplay(): Promise<Display> {
  const screen = `${DISPLAY_SIZE.width}x${DISPLAY_SIZE.height}x24`;
  // -noreset: else the server starts over whenever its last client, a short-lived xdotool for one, leaves.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const xvfb = await startBackgroundProcess('Xvfb', args, { readyFd: 3, env: process.env });
  return { name: `:${xvfb.firstLine}`, stop: xvfb.stop };
}
