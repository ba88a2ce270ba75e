import type { IncomingMessage } from 'node:http';
import type { RequestOutcome, RequestRecord, RequestStage } from './request-record.ts';

/** Keeps what came in, and wakes the tests that wait for it. */
export interface Recorder {
  start(request: IncomingMessage): RequestRecord;
  /** Moves a request on to a later stage; never back. */
  advance(record: RequestRecord, stage: RequestStage): void;
  end(record: RequestRecord, outcome: RequestOutcome): void;
  list(path?: string): readonly RequestRecord[];
  /** The `count`th request to a path, 1 being the first, once it is at `stage` or beyond. */
  wait(path: string, count: number, stage: RequestStage): Promise<RequestRecord>;
  clear(): void;
}

const STAGES: readonly RequestStage[] = ['started', 'received', 'ended'];

interface Waiter {
  readonly path: string;
  readonly count: number;
  readonly stage: RequestStage;
  readonly resolve: (record: RequestRecord) => void;
}

/** Makes an empty recorder. */
export function createRecorder(): Recorder {
  let records: RequestRecord[] = [];
  let waiters: Waiter[] = [];
  let started = 0;

  const list = (path?: string): readonly RequestRecord[] =>
    records.filter((record) => path === undefined || record.path === path);
  const find = ({ path, count, stage }: Omit<Waiter, 'resolve'>): RequestRecord | undefined => {
    const record = list(path)[count - 1];
    return record !== undefined && STAGES.indexOf(record.stage) >= STAGES.indexOf(stage) ? record : undefined;
  };
  const wake = (): void => {
    waiters = waiters.filter((waiter) => {
      const record = find(waiter);
      if (record !== undefined) {
        waiter.resolve(record);
      }
      return record === undefined;
    });
  };
  const advance = (record: RequestRecord, stage: RequestStage): void => {
    if (STAGES.indexOf(stage) > STAGES.indexOf(record.stage)) {
      record.stage = stage;
      wake();
    }
  };

  return {
    start(request) {
      started += 1;
      const record = newRecord(started, request);
      records.push(record);
      wake();
      return record;
    },
    advance,
    end(record, outcome) {
      record.outcome ??= outcome;
      record.endedAt ??= new Date();
      advance(record, 'ended');
    },
    list,
    wait(path, count, stage) {
      const record = find({ path, count, stage });
      return record !== undefined
        ? Promise.resolve(record)
        : new Promise((resolve) => waiters.push({ path, count, stage, resolve }));
    },
    clear() {
      records = [];
    },
  };
}

function newRecord(number: number, request: IncomingMessage): RequestRecord {
  const target = request.url ?? '/';
  const queryStart = target.indexOf('?');
  return {
    number,
    method: request.method ?? '',
    path: queryStart === -1 ? target : target.slice(0, queryStart),
    search: queryStart === -1 ? '' : target.slice(queryStart),
    headers: request.headers,
    startedAt: new Date(),
    stage: 'started',
    bodySize: 0,
    bodySha256: undefined,
    body: undefined,
    parts: [],
    outcome: undefined,
    status: undefined,
    endedAt: undefined,
  };
}
