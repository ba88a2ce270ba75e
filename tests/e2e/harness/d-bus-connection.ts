import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { type DBusArgument, type DBusMessage, type DBusValue, decodeMessage, encodeCall } from './d-bus-wire.ts';

/** Whom a call goes to: `destination` is a bus name, `path` an object of it. */
export interface DBusTarget {
  destination: string;
  path: string;
}

/** The other side answered with a D-Bus error, such as an object that no longer exists. */
export class DBusError extends Error {
  override readonly name = 'DBusError';
}

const ERROR_KIND = 3;
/** An application that does not answer within this is taken as stuck; answers usually take under 5 ms. */
const CALL_DEADLINE_MS = 10_000;

/** A connection to a D-Bus daemon over its Unix socket, for method calls only (no signals, no file descriptors). */
export class DBusConnection {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { resolve: (body: DBusValue[]) => void; reject: (error: Error) => void }>();
  #received = Buffer.alloc(0);
  #serial = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Connects as the current user. `address` is like `unix:path=…,guid=…`. */
  static async open(address: string): Promise<DBusConnection> {
    const path = /^unix:path=([^,]+)/.exec(address)?.[1];
    if (path === undefined) throw new Error(`only unix:path= addresses are understood, not ${address}`);
    const socket = createConnection(path);
    await once(socket, 'connect');
    const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
    const [answer] = await once(socket, 'data');
    if (!String(answer).startsWith('OK ')) throw new Error(`the D-Bus daemon refused the connection: ${answer}`);
    socket.write('BEGIN\r\n');
    const connection = new DBusConnection(socket);
    socket.on('data', (data: Buffer) => connection.#receive(data));
    socket.on('close', () => connection.#failAll(new Error('the D-Bus connection was closed')));
    socket.on('error', (error) => connection.#failAll(error));
    const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    await connection.call(daemon, 'org.freedesktop.DBus', 'Hello');
    return connection;
  }

  /** Calls a method and gives the answer's values. Throws `DBusError` on an error answer, another error after the deadline. */
  async call(target: DBusTarget, interfaceName: string, member: string, ...args: DBusArgument[]): Promise<DBusValue[]> {
    this.#serial += 1;
    const serial = this.#serial;
    const { promise, resolve, reject } = Promise.withResolvers<DBusValue[]>();
    this.#waiting.set(serial, { resolve, reject });
    const deadline = setTimeout(
      () => reject(new Error(`no answer to ${member} of ${target.destination}${target.path}`)),
      CALL_DEADLINE_MS,
    );
    this.#socket.write(encodeCall(serial, { ...target, interface: interfaceName, member }, args));
    try {
      return await promise;
    } finally {
      clearTimeout(deadline);
      this.#waiting.delete(serial);
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const message = decodeMessage(this.#received);
      if (message === undefined) return;
      this.#received = this.#received.subarray(message.length);
      this.#settle(message);
    }
  }

  #settle(message: DBusMessage): void {
    const call = this.#waiting.get(message.replyTo);
    if (message.kind === ERROR_KIND) call?.reject(new DBusError(`${message.errorName}: ${message.body.join(' ')}`));
    else call?.resolve(message.body);
  }

  #failAll(error: Error): void {
    for (const call of this.#waiting.values()) call.reject(error);
  }
}
