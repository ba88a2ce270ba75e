import type { Desktop } from './desktop.ts';
import { DISPLAY_SIZE } from './display.ts';
import { centreOf, type Point } from './geometry.ts';
import { flatten, type NativeNode, type NativeTree } from './native-tree.ts';
import { type PageNode, type PageTree, pageTreeOf } from './page-tree.ts';
import { steadyBox } from './steady-box.ts';

/** ARIA's names for AT-SPI's roles, as far as they differ and are asked for. */
const ROLES: Readonly<Record<string, string>> = {
  'push button': 'button',
  'toggle button': 'button',
  'radio button': 'radio',
  'check box': 'checkbox',
  entry: 'textbox',
  'password text': 'textbox',
};

/** Stands in a node's text where a child is. */
const CHILD = /\uFFFC/g;

/**
 * Reads the pages that Firefox shows on a desktop through the accessibility bus, which carries closed shadow roots too:
 * what a screen reader for this desktop would know. With a title, only what is in pages of that title.
 */
export function firefoxPageTree({ nativeTree, input }: Desktop, title?: string): PageTree {
  async function pageNodeOf(node: NativeNode): Promise<PageNode> {
    const what = `${node.role} "${node.name}"`;
    const boxOnDisplay = async () => {
      const box = await nativeTree.boxOf(node);
      if (box && !isOnDisplay(centreOf(box))) await nativeTree.scrollTo(node);
      else return box;
    };
    return {
      role: await ariaRole(nativeTree, node),
      name: node.name,
      text: () => linesOf(nativeTree, node),
      isEnabled: () => nativeTree.isEnabled(node),
      box: () => steadyBox(what, () => nativeTree.boxOf(node)),
      click: async () => input.click(centreOf(await steadyBox(what, boxOnDisplay))),
    };
  }
  return pageTreeOf(async () => Promise.all((await pageNodes(nativeTree, title)).map(pageNodeOf)));
}

function isOnDisplay({ x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x < DISPLAY_SIZE.width && y < DISPLAY_SIZE.height;
}

/** Parts of a browser's window in which no page is. */
const WITHOUT_PAGES = new Set(['tool bar', 'menu bar', 'menu', 'page tab list', 'popup menu', 'status bar']);

/** Every node of every page in front, of all windows. */
async function pageNodes(nativeTree: NativeTree, title: string | undefined): Promise<NativeNode[]> {
  const windows = await nativeTree.windows();
  const trees = await Promise.all(
    windows.map((window) => nativeTree.read(window, ({ role }) => !WITHOUT_PAGES.has(role))),
  );
  const documents = trees
    .flatMap(flatten)
    .filter(({ role, name }) => role === 'document web' && (title === undefined || name === title));
  const shown = await Promise.all(
    documents.map(async (page) => ((await nativeTree.isShowing(page)) ? flatten(page) : [])),
  );
  return shown.flat();
}

async function ariaRole(nativeTree: NativeTree, node: NativeNode): Promise<string> {
  if (node.role !== 'landmark' && !/button/.test(node.role)) return ROLES[node.role] ?? node.role;
  const attributes = await nativeTree.attributesOf(node);
  if (attributes.tag === 'summary') return 'DisclosureTriangle'; // Chromium's name for it.
  return attributes['xml-roles'] ?? ROLES[node.role] ?? node.role;
}

/** What is read out inside a node, a line for each node with text of its own. */
async function linesOf(nativeTree: NativeTree, node: NativeNode): Promise<string[]> {
  const own = ((await nativeTree.textOf(node)) ?? (node.children.length === 0 ? node.name : ''))
    .replace(CHILD, '')
    .trim();
  const inside = await Promise.all(node.children.map((child) => linesOf(nativeTree, child)));
  return [...(own ? [own] : []), ...inside.flat()];
}
