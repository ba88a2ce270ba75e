import { DBusConnection, DBusError, type DBusTarget } from './d-bus-connection.ts';
import { type DBusValue, list } from './d-bus-wire.ts';
import type { Box } from './geometry.ts';

/** One thing on the screen as a screen reader knows it: a menu item, a prompt's button, in Firefox also what a page shows. */
export interface NativeNode {
  /** AT-SPI's role name: `menu item`, `push button`, `landmark`. */
  readonly role: string;
  readonly name: string;
  readonly children: NativeNode[];
  readonly target: DBusTarget;
}

const ACCESSIBLE = 'org.a11y.atspi.Accessible';
const COMPONENT = 'org.a11y.atspi.Component';
const REGISTRY: DBusTarget = { destination: 'org.a11y.atspi.Registry', path: '/org/a11y/atspi/accessible/root' };
/** What Chromium names where a child does not exist. */
const NO_OBJECT = '/org/a11y/atspi/null';
/** AT-SPI's word for "relative to the screen". */
const SCREEN_COORDINATES = 0;
/** AT-SPI's word for "as far as is needed for it to be seen". */
const SCROLL_ANYWHERE = 6;
/** Bit of the state "showing": it is on the screen, as far as scrolling and covering go. */
const SHOWING_BIT = 25;
/** Bit of the state "enabled". */
const ENABLED_BIT = 8;
/** Bit of the state "focused". */
const FOCUSED_BIT = 12;

/** Reads what the applications on one accessibility bus show. Each reading is of the present moment. */
export class NativeTree {
  readonly #connection: DBusConnection;

  private constructor(connection: DBusConnection) {
    this.#connection = connection;
  }

  /** Connects to the bus at this address. */
  static async open(address: string): Promise<NativeTree> {
    return new NativeTree(await DBusConnection.open(address));
  }

  /** The top-level windows of every application, menus among them, without what is in them. */
  async windows(): Promise<NativeNode[]> {
    const applications = await this.#childrenOf(REGISTRY);
    const windows = await Promise.all(applications.map((application) => this.#childrenOf(application)));
    const nodes = await Promise.all(windows.flat().map((target) => this.#node(target, [])));
    return nodes.filter((node) => node !== undefined);
  }

  /**
   * The same node with all that is in it. `enter` false leaves out what is inside a node, such as whole web pages; the node
   * itself has the depth 0.
   */
  async read(node: NativeNode, enter: (node: NativeNode, depth: number) => boolean = () => true): Promise<NativeNode> {
    return (await this.#read(node.target, enter, 0)) ?? { ...node, children: [] };
  }

  /** Where a node is on the display; undefined when it is gone or takes no room. */
  async boxOf(node: NativeNode): Promise<Box | undefined> {
    const coordinates = { type: 'u', value: SCREEN_COORDINATES } as const;
    const answer = await this.#ask(node.target, COMPONENT, 'GetExtents', coordinates);
    if (answer === undefined) return undefined;
    const [x = 0, y = 0, width = 0, height = 0] = list(answer).map(Number);
    return width > 0 && height > 0 ? { x, y, width, height } : undefined;
  }

  /** Asks for a node to be scrolled into view, which may come a little later. */
  async scrollTo(node: NativeNode): Promise<void> {
    await this.#ask(node.target, COMPONENT, 'ScrollTo', { type: 'u', value: SCROLL_ANYWHERE });
  }

  /** Whether a node is on the screen now. */
  isShowing(node: NativeNode): Promise<boolean> {
    return this.#hasState(node, SHOWING_BIT);
  }

  /** Whether a node can be used now. */
  isEnabled(node: NativeNode): Promise<boolean> {
    return this.#hasState(node, ENABLED_BIT);
  }

  /** Whether a node has the keyboard focus now. */
  isFocused(node: NativeNode): Promise<boolean> {
    return this.#hasState(node, FOCUSED_BIT);
  }

  /** The object attributes a browser gives a node (`tag`, `xml-roles`, …). */
  async attributesOf(node: NativeNode): Promise<Record<string, string>> {
    const attributes = await this.#ask(node.target, ACCESSIBLE, 'GetAttributes');
    if (attributes === undefined) return {};
    return Object.fromEntries(list(attributes).map((pair) => list(pair).map(String)));
  }

  /** The node's own text, with U+FFFC where a child stands; undefined when it has no text interface. */
  async textOf(node: NativeNode): Promise<string | undefined> {
    const text = 'org.a11y.atspi.Text';
    const answer = await this.#ask(node.target, text, 'GetText', { type: 'i', value: 0 }, { type: 'i', value: -1 });
    return answer === undefined ? undefined : String(answer);
  }

  close(): void {
    this.#connection.close();
  }

  async #hasState(node: NativeNode, bit: number): Promise<boolean> {
    const states = await this.#ask(node.target, ACCESSIBLE, 'GetState');
    return states !== undefined && (Number(list(states)[0] ?? 0) & (1 << bit)) !== 0;
  }

  async #read(
    target: DBusTarget,
    enter: (node: NativeNode, depth: number) => boolean,
    depth: number,
  ): Promise<NativeNode | undefined> {
    const node = await this.#node(target, []);
    if (node === undefined || !enter(node, depth)) return node;
    const children = await this.#childrenOf(target);
    const read = await Promise.all(children.map((child) => this.#read(child, enter, depth + 1)));
    return { ...node, children: read.filter((child) => child !== undefined) };
  }

  async #node(target: DBusTarget, children: NativeNode[]): Promise<NativeNode | undefined> {
    const properties = 'org.freedesktop.DBus.Properties';
    const [role, name] = await Promise.all([
      this.#ask(target, ACCESSIBLE, 'GetRoleName'),
      this.#ask(target, properties, 'Get', { type: 's', value: ACCESSIBLE }, { type: 's', value: 'Name' }),
    ]);
    return role === undefined || name === undefined
      ? undefined
      : { role: String(role), name: String(name), children, target };
  }

  async #childrenOf(target: DBusTarget): Promise<DBusTarget[]> {
    const children = await this.#ask(target, ACCESSIBLE, 'GetChildren');
    if (children === undefined) return [];
    return list(children)
      .map((child) => list(child).map(String))
      .map(([destination = '', path = '']) => ({ destination, path }))
      .filter(({ path }) => path !== NO_OBJECT);
  }

  /** One call's first value; undefined when the object has gone or lacks that interface: the screen changes while it is read. */
  async #ask(target: DBusTarget, ...call: CallArguments): Promise<DBusValue | undefined> {
    try {
      return (await this.#connection.call(target, ...call))[0];
    } catch (error) {
      if (error instanceof DBusError) return undefined;
      throw error;
    }
  }
}

type CallArguments = Parameters<DBusConnection['call']> extends [DBusTarget, ...infer Rest] ? Rest : never;

/** A node and everything in it, in the order of the tree. */
export function flatten(node: NativeNode): NativeNode[] {
  return [node, ...node.children.flatMap(flatten)];
}
