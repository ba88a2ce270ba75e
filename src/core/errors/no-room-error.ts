/** The browser gives no room for a record. Not told to users: what can be done then is done without them. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}
