import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackgroundProcess } from './background-process.ts';
import type { Desktop } from './desktop.ts';
import { waitFor } from './wait-for.ts';

/** Orca, which speaks what it says into a file. */
export interface ScreenReader {
  /** Waits until it has said all of these, in this order, since the last that was waited for. */
  waitForSpeech(...sentences: readonly (string | RegExp)[]): Promise<void>;
  stop(): Promise<void>;
}

/** A screen reader is slow where the machine is busy: it asks the browser for every word. Milliseconds. */
const SPEECH_LIMIT_MS = 60_000;

/** Its debug file is written in blocks otherwise, and a verdict is no block. Orca runs this file of its user at its start. */
const WRITE_LINES = 'from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n';

/** Starts Orca on a desktop, with settings of its own. Needs the package `orca`; no sound, and no voice. */
export async function startScreenReader({ env }: Desktop): Promise<ScreenReader> {
  const home = await mkdtemp(join(tmpdir(), 'orca-'));
  const log = join(home, 'debug.out');
  await writeFile(join(home, 'orca-customizations.py'), WRITE_LINES);
  const folders = ['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'];
  const session = await startBackgroundProcess('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    readyFd: 1,
    env,
  });
  const orcaEnv = {
    ...env,
    ...Object.fromEntries(folders.map((name) => [name, home])),
    DBUS_SESSION_BUS_ADDRESS: session.firstLine,
  };
  // It writes nothing by itself; the shell says that it is about to start.
  const command = `echo started; exec orca --replace --user-prefs "${home}" --debug-file "${log}"`;
  const orca = await startBackgroundProcess('sh', ['-c', command], { readyFd: 1, env: orcaEnv });
  let heard = 0;
  const speech = async () => {
    const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n');
    return lines.flatMap((line) => line.match(/SPEECH OUTPUT: '(.*?)'(\{.*)?$/)?.[1] ?? []);
  };
  const waitForSpeech = async (...sentences: readonly (string | RegExp)[]) => {
    for (const sentence of sentences) {
      const isMeant = (said: string) => (typeof sentence === 'string' ? said === sentence : sentence.test(said));
      await waitFor(
        `Orca to say ${sentence}`,
        async () => {
          const at = (await speech()).findIndex((said, index) => index >= heard && isMeant(said));
          if (at >= 0) heard = at + 1;
          return at >= 0 || undefined;
        },
        { deadlineMs: SPEECH_LIMIT_MS, seen: async () => (await speech()).slice(heard).join(' | ') },
      );
    }
  };
  await waitForSpeech(/^Screen reader on/);
  return {
    waitForSpeech,
    async stop() {
      await orca.stop();
      await session.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
