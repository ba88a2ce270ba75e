import { once } from 'node:events';
import type { Server } from 'node:http';

/** Starts listening on 127.0.0.1 and gives the port; 0 takes any free one. Rejects when the port is taken. */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server listens on something that is not a port.');
  }
  return address.port;
}
