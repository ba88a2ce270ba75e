import type { Transport } from './transport.ts';

/** A transport for as long as an account is in use: when `ended` is aborted, what is on its way is stopped, and nothing more is sent. */
export function untilEnded(transport: Transport, ended: AbortSignal): Transport {
  return (request) => {
    const { signal } = request;
    return transport({ ...request, signal: signal ? AbortSignal.any([ended, signal]) : ended });
  };
}
