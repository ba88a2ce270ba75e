import type { Box } from './geometry.ts';
import { waitFor } from './wait-for.ts';

/** One thing in a page as a screen reader knows it, closed shadow roots and frames included. */
export interface PageNode {
  /** ARIA role: `region`, `button`, `heading`. */
  readonly role: string;
  /** Accessible name, white space collapsed. */
  readonly name: string;
  /** What was read out inside the node when it was found, a line for each block of text. */
  text(): Promise<string[]>;
  /** Whether it can be used: a button may be off for a while. */
  isEnabled(): Promise<boolean>;
  /**
   * Where it is, once it has stopped moving; scrolled into view first (Chromium). Pixels of the display, or of the viewport when
   * headless. Rejects with `GoneError` where it has left the page since it was found.
   */
  box(): Promise<Box>;
  /** Clicks its centre, in view, with the real mouse, or with a trusted synthetic one when headless. Rejects as `box` does. */
  click(): Promise<void>;
}

/** What was found has left the page since, as what is drawn anew does. */
export class GoneError extends Error {}

/** Gives undefined where what was found has left the page meanwhile, so that it is looked for again. */
export async function unlessGone<T>(use: () => Promise<T>): Promise<T | undefined> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}

/** What can be asked of a page; the same in both browsers. */
export interface PageTree<Node extends PageNode = PageNode> {
  /** All nodes with this role and, when given, this name. Reads the present moment. */
  findByRole(role: string, name?: string | RegExp): Promise<Node[]>;
  /** The first such node, as soon as there is one. */
  waitForRole(role: string, name?: string | RegExp, options?: { deadlineMs?: number }): Promise<Node>;
  /** All such nodes, as soon as there are so many. */
  waitForCount(count: number, role: string, name?: string | RegExp): Promise<Node[]>;
}

/** Makes a page tree of one way to read all nodes of a page. */
export function pageTreeOf<Node extends PageNode>(readAll: () => Promise<Node[]>): PageTree<Node> {
  const findByRole = async (role: string, name?: string | RegExp) =>
    (await readAll()).filter((node) => node.role === role && (name === undefined || matches(node.name, name)));
  const summary = async () => (await readAll()).map((node) => `${node.role} "${node.name}"`).join(', ');
  return {
    findByRole,
    waitForRole: (role, name, options) =>
      waitFor(
        `${role} ${name === undefined ? '' : `"${name}"`} in the page`,
        async () => (await findByRole(role, name))[0],
        { ...options, seen: summary },
      ),
    waitForCount: (count, role, name) =>
      waitFor(
        `${count} of ${role} ${name === undefined ? '' : `"${name}"`} in the page`,
        async () => {
          const found = await findByRole(role, name);
          return found.length === count ? found : undefined;
        },
        { seen: summary },
      ),
  };
}

/** Whether a name is the wanted one: equal to a string, or matched by an expression. */
function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
