import { type BackgroundProcess, startBackgroundProcess } from './background-process.ts';

/** Starts Openbox, a window manager without anything around it, on a display. */
export function startWindowManager(display: string): Promise<BackgroundProcess> {
  const args = ['--sm-disable', '--startup', 'echo ready'];
  return startBackgroundProcess('openbox', args, { readyFd: 1, env: { ...process.env, DISPLAY: display } });
}
