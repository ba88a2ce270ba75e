/** What a D-Bus message carries, decoded: numbers, strings, booleans, and lists of these (structs and dictionary entries are lists too). */
export type DBusValue = number | bigint | string | boolean | DBusValue[];

/** An argument of a call, with the one-letter D-Bus type it is sent as. */
export type DBusArgument = { type: 'i' | 'u'; value: number } | { type: 's'; value: string };

/** A message as it arrives: its kind (2 answer, 3 error), the call it answers, and its body. */
export interface DBusMessage {
  kind: number;
  replyTo: number;
  errorName: string;
  body: DBusValue[];
  /** Whole length in bytes, header included. */
  length: number;
}

const ALIGNMENT: Record<string, number> = { y: 1, g: 1, v: 1, n: 2, q: 2, x: 8, t: 8, d: 8, '(': 8, '{': 8 };
const alignmentOf = (type: string): number => ALIGNMENT[type] ?? 4;
const padded = (offset: number, alignment: number): number => Math.ceil(offset / alignment) * alignment;

/** Bytes of a method call. Format: https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol-messages */
export function encodeCall(
  serial: number,
  target: { destination: string; path: string; interface: string; member: string },
  args: DBusArgument[],
): Buffer {
  const body = new Writer();
  for (const argument of args) {
    if (argument.type === 's') body.string(argument.value);
    else body.uint32(argument.value >>> 0);
  }
  const message = new Writer();
  message.bytes(Buffer.from([0x6c, 1, 0, 1])); // little endian, method call, no flags, protocol 1
  message.uint32(body.length);
  message.uint32(serial);
  const fields = new Writer();
  fields.field(1, 'o', target.path);
  fields.field(2, 's', target.interface);
  fields.field(3, 's', target.member);
  fields.field(6, 's', target.destination);
  if (args.length > 0) fields.field(8, 'g', args.map((argument) => argument.type).join(''));
  message.uint32(fields.length);
  message.bytes(fields.buffer());
  message.align(8);
  message.bytes(body.buffer());
  return message.buffer();
}

/** The first whole message in `data`, or undefined when more bytes are needed. */
export function decodeMessage(data: Buffer): DBusMessage | undefined {
  if (data.length < 16) return undefined;
  const bodyStart = padded(16 + data.readUInt32LE(12), 8);
  const length = bodyStart + data.readUInt32LE(4);
  if (data.length < length) return undefined;

  const fields = new Map<number, DBusValue>();
  for (const field of list(new Reader(data, 12).value('a(yv)', 0).value)) {
    const [code, value] = list(field);
    if (typeof code === 'number' && value !== undefined) fields.set(code, value);
  }
  const body: DBusValue[] = [];
  const signature = String(fields.get(8) ?? '');
  const reader = new Reader(data.subarray(0, length), bodyStart);
  for (let at = 0; at < signature.length; ) {
    const read = reader.value(signature, at);
    body.push(read.value);
    at = read.next;
  }
  return {
    kind: data.readUInt8(1),
    replyTo: Number(fields.get(5) ?? 0),
    errorName: String(fields.get(4) ?? ''),
    body,
    length,
  };
}

/** A decoded value that must be a list. */
export function list(value: DBusValue | undefined): DBusValue[] {
  if (!Array.isArray(value)) throw new TypeError(`expected a D-Bus list, got ${typeof value}`);
  return value;
}

class Writer {
  #parts: Buffer[] = [];
  length = 0;

  bytes(part: Buffer): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  align(alignment: number): void {
    this.bytes(Buffer.alloc(padded(this.length, alignment) - this.length));
  }

  uint32(value: number): void {
    this.align(4);
    const part = Buffer.alloc(4);
    part.writeUInt32LE(value);
    this.bytes(part);
  }

  string(value: string): void {
    this.uint32(Buffer.byteLength(value));
    this.bytes(Buffer.from(`${value}\0`));
  }

  field(code: number, type: 'o' | 's' | 'g', value: string): void {
    this.align(8);
    this.bytes(Buffer.from([code, 1, type.charCodeAt(0), 0]));
    if (type === 'g') this.bytes(Buffer.from([value.length, ...Buffer.from(value), 0]));
    else this.string(value);
  }

  buffer(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

class Reader {
  readonly #data: Buffer;
  #offset: number;

  constructor(data: Buffer, offset: number) {
    this.#data = data;
    this.#offset = offset;
  }

  /** Reads the one complete type that starts at `at` in `signature`; says where the next type starts. */
  value(signature: string, at: number): { value: DBusValue; next: number } {
    const type = signature.charAt(at);
    this.#offset = padded(this.#offset, alignmentOf(type));
    if (type === 'a') return this.#array(signature, at);
    if (type === '(' || type === '{') return this.#struct(signature, at);
    if (type === 'v') return { value: this.value(this.#signature(), 0).value, next: at + 1 };
    return { value: this.#basic(type), next: at + 1 };
  }

  #array(signature: string, at: number): { value: DBusValue; next: number } {
    const size = this.#data.readUInt32LE(this.#take(4));
    this.#offset = padded(this.#offset, alignmentOf(signature.charAt(at + 1)));
    const end = this.#offset + size;
    const items: DBusValue[] = [];
    while (this.#offset < end) items.push(this.value(signature, at + 1).value);
    return { value: items, next: endOfType(signature, at) };
  }

  #struct(signature: string, at: number): { value: DBusValue; next: number } {
    const items: DBusValue[] = [];
    let inside = at + 1;
    while (!')}'.includes(signature.charAt(inside))) {
      const item = this.value(signature, inside);
      items.push(item.value);
      inside = item.next;
    }
    return { value: items, next: inside + 1 };
  }

  #basic(type: string): DBusValue {
    if (type === 'y') return this.#data.readUInt8(this.#take(1));
    if (type === 'b') return this.#data.readUInt32LE(this.#take(4)) !== 0;
    if (type === 'n') return this.#data.readInt16LE(this.#take(2));
    if (type === 'q') return this.#data.readUInt16LE(this.#take(2));
    if (type === 'i') return this.#data.readInt32LE(this.#take(4));
    if (type === 'u' || type === 'h') return this.#data.readUInt32LE(this.#take(4));
    if (type === 'x') return this.#data.readBigInt64LE(this.#take(8));
    if (type === 't') return this.#data.readBigUInt64LE(this.#take(8));
    if (type === 'd') return this.#data.readDoubleLE(this.#take(8));
    if (type === 's' || type === 'o') return this.#text(this.#data.readUInt32LE(this.#take(4)));
    if (type === 'g') return this.#signature();
    throw new TypeError(`unknown D-Bus type ${type}`);
  }

  #signature(): string {
    return this.#text(this.#data.readUInt8(this.#take(1)));
  }

  #text(size: number): string {
    const start = this.#take(size + 1); // a zero byte ends every string
    return this.#data.toString('utf8', start, start + size);
  }

  #take(size: number): number {
    const start = this.#offset;
    this.#offset += size;
    return start;
  }
}

/** Where the complete type that starts at `at` ends. */
function endOfType(signature: string, at: number): number {
  const type = signature.charAt(at);
  if (type === 'a') return endOfType(signature, at + 1);
  if (type !== '(' && type !== '{') return at + 1;
  let inside = at + 1;
  while (!')}'.includes(signature.charAt(inside))) inside = endOfType(signature, inside);
  return inside + 1;
}
