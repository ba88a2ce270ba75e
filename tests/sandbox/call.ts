import type { IncomingMessage } from 'node:http';
import type { Account } from './account.ts';
import type { Behaviour } from './behaviour.ts';
import type { RequestRecord } from './request-record.ts';
import type { Service } from './service.ts';

/** One request on its way to an answer. */
export interface Call {
  readonly service: Service;
  readonly request: IncomingMessage;
  readonly record: RequestRecord;
  readonly behaviour: Behaviour;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
}

/** A call whose credential has been checked. */
export interface SignedInCall extends Call {
  readonly account: Account;
}
