import type { Behaviour } from './behaviour.ts';
import type { EndpointPath } from './endpoint.ts';
import type { RequestRecord } from './request-record.ts';

/** One behaviour waiting for its request. */
export interface ScriptEntry {
  readonly behaviour: Behaviour;
  /** Told when the request is fully received. */
  readonly onReceived?: (record: RequestRecord) => void;
}

/** What a test has told the sandbox to do. */
export interface Script {
  add(path: EndpointPath, entry: ScriptEntry): void;
  setAlways(path: EndpointPath, behaviour: Behaviour): void;
  /** The entry for a request that has just arrived. */
  take(path: EndpointPath): ScriptEntry;
  /** Gives back the entry of a request that was refused: it goes to the next correct one. */
  giveBack(path: EndpointPath, entry: ScriptEntry): void;
  clear(): void;
}

/** For a request no test has said anything about. */
const UNSCRIPTED: ScriptEntry = { behaviour: {} };

/** Makes an empty script, under which every request gets what the API would answer. */
export function createScript(): Script {
  const waiting = new Map<EndpointPath, ScriptEntry[]>();
  const always = new Map<EndpointPath, ScriptEntry>();
  const queueOf = (path: EndpointPath): ScriptEntry[] => {
    const queue = waiting.get(path) ?? [];
    waiting.set(path, queue);
    return queue;
  };
  return {
    add: (path, entry) => void queueOf(path).push(entry),
    setAlways: (path, behaviour) => void always.set(path, { behaviour }),
    take: (path) => queueOf(path).shift() ?? always.get(path) ?? UNSCRIPTED,
    giveBack(path, entry) {
      if (entry !== UNSCRIPTED && entry !== always.get(path)) {
        queueOf(path).unshift(entry);
      }
    },
    clear() {
      waiting.clear();
      always.clear();
    },
  };
}
