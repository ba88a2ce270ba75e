import { atMost, type InTurn } from '../at-most.ts';
import type { Upload } from '../offscreen-link/in-document.ts';
import { type AccountSession, createAccountSession } from './account-session.ts';
import { createRequestGate, type RequestGate } from './request-gate.ts';
import { SEND_POLICY } from './send-policy.ts';
import type { Network } from './transport.ts';

/** The way to the service: the account in use, the gate, and what carries media there. One a background. */
export interface Service {
  readonly session: AccountSession;
  readonly gate: RequestGate;
  /** Sends media where that may outlive the background. */
  readonly upload: Upload;
  /** The turns in which that is done. */
  readonly transfers: InTurn;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** The way to the service over this browser's storage, and over `network` and `upload`. */
export function createService(network: Network, upload: Upload): Service {
  const { clock } = network;
  return {
    session: createAccountSession(network),
    gate: createRequestGate(clock),
    upload,
    transfers: atMost(SEND_POLICY.transfersAtOnce),
    clock,
  };
}
