import { type ClientRequest, request } from 'node:http';

/** What a request over loopback is made of. */
interface LoopbackRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Begins a request. Every name leads to this computer, so that nothing leaves it; each request has a connection of its own, so
 * that none is sent on one that the other end has just closed.
 */
export function requestLoopback(url: string, { method, headers }: LoopbackRequest): ClientRequest {
  return request(url, {
    method,
    headers,
    agent: false,
    lookup: (_name, { all }, found) => {
      const [address, family] = ['127.0.0.1', 4];
      if (all) found(null, [{ address, family }]);
      else found(null, address, family);
    },
  });
}
