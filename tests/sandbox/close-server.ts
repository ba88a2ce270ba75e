import { once } from 'node:events';
import type { Server } from 'node:http';

/** Cuts every connection, stops listening, and resolves once that is done. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
