import type { CDPSession, Frame, Page } from '@playwright/test';
import { frameOrigin, viewportOrigin } from './chromium-page-position.ts';
import { linesOf, parseTree, type TreeNode } from './chromium-tree-node.ts';
import type { Desktop } from './desktop.ts';
import { type Box, centreOf } from './geometry.ts';
import { GoneError, type PageNode, type PageTree, pageTreeOf } from './page-tree.ts';
import { steadyBox } from './steady-box.ts';

/** A frame with a DevTools session of its own: the page's main frame, or one that another process draws. */
interface Root {
  frame: Frame;
  session: CDPSession;
}

/** What DevTools tells along with the rest, and a screen reader's bus only when it is asked of each node. */
interface ChromiumPageNode extends PageNode {
  /** Whether it had the keyboard focus when it was found. */
  readonly isFocused: boolean;
}

/** How DevTools names what is not there any more: an element, a frame, a frame's process. */
const GONE = /No node|not find node|detached|layout object|compute box model|frameId is not found|Target closed/;

/** Reads a Chromium page through DevTools, which sees closed shadow roots and every frame. Clicks on `desktop` if given. */
export function chromiumPageTree(page: Page, desktop?: Desktop): PageTree<ChromiumPageNode> {
  const roots = new Map<Frame, CDPSession>();
  page.on('framenavigated', (frame) => roots.delete(frame)); // it may be drawn by another process now
  page.on('framedetached', (frame) => roots.delete(frame));

  return pageTreeOf(async () => {
    const nodes: ChromiumPageNode[] = [];
    for (const frame of page.frames()) {
      const session = roots.get(frame) ?? (await sessionOf(frame));
      if (session === undefined) continue;
      roots.set(frame, session);
      const tree = await readFrames(session).catch((error) => {
        if (frame !== page.mainFrame() && GONE.test(String(error))) return []; // It went while it was read.
        throw error;
      });
      nodes.push(...tree.map((node) => pageNodeOf(node, { frame, session }, page, desktop)));
    }
    return nodes;
  });
}

/** A frame's own DevTools session; undefined for a frame drawn by its parent's process, which the parent's session covers. */
async function sessionOf(frame: Frame): Promise<CDPSession | undefined> {
  const context = frame.page().context();
  if (frame.parentFrame() === null) return context.newCDPSession(frame.page());
  try {
    return await context.newCDPSession(frame);
  } catch (error) {
    const partOfParent = /does not have a separate CDP session|detached/;
    if (error instanceof Error && partOfParent.test(error.message)) return undefined;
    throw error;
  }
}

async function readFrames(session: CDPSession): Promise<TreeNode[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameIds = idsIn(frameTree);
  return (await Promise.all(frameIds.map((frameId) => readFrame(session, frameId)))).flat();
}

async function readFrame(session: CDPSession, frameId: string): Promise<TreeNode[]> {
  try {
    return parseTree((await session.send('Accessibility.getFullAXTree', { frameId })).nodes);
  } catch (error) {
    // It has gone since it was named: a frame that is moved in its page goes and comes back as another.
    if (error instanceof Error && /Frame with the given frameId is not found/.test(error.message)) return [];
    throw error;
  }
}

interface FrameTree {
  frame: { id: string };
  childFrames?: FrameTree[];
}

function idsIn(tree: FrameTree): string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(idsIn)];
}

function pageNodeOf(node: TreeNode, root: Root, page: Page, desktop: Desktop | undefined): ChromiumPageNode {
  const { session } = root;
  const what = `${node.role} "${node.name}"`;
  const boxInViewport = async (): Promise<Box | undefined> => {
    const box = await boxInFrame(session, node.domNode);
    if (box === undefined) return undefined;
    const origin = await frameOrigin(root.frame);
    return { ...box, x: box.x + origin.x, y: box.y + origin.y };
  };
  const boxOnScreen = async (): Promise<Box | undefined> => {
    const box = await boxInViewport();
    if (box === undefined || desktop === undefined) return box;
    const origin = await viewportOrigin(page);
    return { ...box, x: box.x + origin.x, y: box.y + origin.y };
  };
  const box = async () => {
    try {
      await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.domNode });
      return await steadyBox(what, boxOnScreen);
    } catch (error) {
      throw GONE.test(String(error)) ? new GoneError(`${what} has left the page`) : error;
    }
  };
  return {
    role: node.role,
    name: node.name,
    text: async () => linesOf(node),
    isFocused: node.focused,
    isEnabled: async () => !node.disabled,
    box,
    click: async () => {
      const { x, y } = centreOf(await box());
      if (desktop === undefined) await page.mouse.click(x, y);
      else await desktop.input.click({ x, y });
    },
  };
}

/** Border box of a DOM node in the viewport of the session's topmost frame; undefined when the node is not drawn. */
async function boxInFrame(session: CDPSession, backendNodeId: number): Promise<Box | undefined> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const xs = model.border.filter((_, index) => index % 2 === 0);
  const ys = model.border.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
