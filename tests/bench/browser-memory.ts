import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';

/** Bytes of memory a browser uses. */
export interface BrowserMemory {
  /** The JavaScript heaps of every page and worker of the extension's, and of the page it is used in. */
  readonly heaps: number;
  /** The browser's processes, with what they share counted in each. */
  readonly processes: number;
}

/** Measures the JavaScript heaps of all targets and the processes of the browser with this profile's mark in its command line. */
export async function measureMemory(session: CDPSession, mark: string): Promise<BrowserMemory> {
  const { targetInfos } = await session.send('Target.getTargets');
  const targets = targetInfos.filter(({ type }) =>
    ['page', 'service_worker', 'background_page', 'other'].includes(type),
  );
  const heaps = await Promise.all(targets.map(({ targetId }) => heapOf(session, targetId)));
  return { heaps: sum(heaps), processes: sum(processesOf(mark).map(residentBytes)) };
}

/** A target that goes meanwhile has no heap any more. */
async function heapOf(session: CDPSession, targetId: string): Promise<number> {
  let sessionId: string;
  try {
    ({ sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false }));
  } catch {
    return 0;
  }
  return new Promise((resolve) => {
    const end = (bytes: number) => {
      clearTimeout(limit);
      session.off('Target.receivedMessageFromTarget', onMessage);
      resolve(bytes);
    };
    const onMessage = (event: { readonly sessionId: string; readonly message: string }) => {
      if (event.sessionId === sessionId) end(JSON.parse(event.message).result?.usedSize ?? 0);
    };
    const limit = setTimeout(() => end(0), 1_000);
    session.on('Target.receivedMessageFromTarget', onMessage);
    const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
    void session.send('Target.sendMessageToTarget', { sessionId, message });
  });
}

function processesOf(mark: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandLine(pid).includes(mark));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It has ended.
  }
}

function residentBytes(pid: string): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0; // As above.
  }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
