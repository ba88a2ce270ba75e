/** Thrown when a script told the sandbox to cut the connection: there is nothing left to answer to. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}
