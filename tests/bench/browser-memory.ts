import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import type { ServiceWorkerOwner } from '../e2e/harness/service-worker.ts';

/** A target that answers nothing in this time is ending. */
const HEAP_LIMIT_MS = 5_000;

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

/** The JavaScript heap of each page and worker of an extension by its file, in bytes, once its garbage is collected. */
export async function extensionHeaps({
  browserSession,
  extensionId,
}: ServiceWorkerOwner): Promise<Readonly<Record<string, number>>> {
  const { targetInfos } = await browserSession.send('Target.getTargets');
  const heaps: Record<string, number> = {};
  for (const { targetId, url } of targetInfos) {
    const { host, pathname } = URL.parse(url) ?? {}; // A tab that is opening has none.
    if (host === extensionId && pathname)
      heaps[pathname] = await heapOf(browserSession, targetId, 'HeapProfiler.collectGarbage');
  }
  return heaps;
}

/** What a target's heap holds, after commands that are given it first. A target that goes meanwhile has none any more. */
async function heapOf(session: CDPSession, targetId: string, ...first: string[]): Promise<number> {
  let sessionId: string;
  try {
    ({ sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false }));
  } catch {
    return 0;
  }
  const commands = [...first, 'Runtime.getHeapUsage'];
  return new Promise((resolve) => {
    const end = (bytes: number) => {
      clearTimeout(limit);
      session.off('Target.receivedMessageFromTarget', onMessage);
      resolve(bytes);
    };
    const onMessage = (event: { readonly sessionId: string; readonly message: string }) => {
      if (event.sessionId !== sessionId) return;
      const { id, result } = JSON.parse(event.message);
      if (id === commands.length) end(result?.usedSize ?? 0);
    };
    const limit = setTimeout(() => end(0), HEAP_LIMIT_MS);
    session.on('Target.receivedMessageFromTarget', onMessage);
    for (const [at, method] of commands.entries()) {
      const message = JSON.stringify({ id: at + 1, method });
      void session.send('Target.sendMessageToTarget', { sessionId, message });
    }
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
