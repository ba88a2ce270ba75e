import type { Desktop } from './desktop.ts';
import { centreOf, type Point } from './geometry.ts';
import { flatten, type NativeNode } from './native-tree.ts';
import { steadyBox } from './steady-box.ts';
import { waitFor } from './wait-for.ts';

/** A native context menu that is open on the screen. */
export interface NativeMenu {
  /** Names of its items, top to bottom. */
  readonly items: string[];
  /**
   * Clicks an item with the real mouse and sees the menu close; gives the moment of the click in epoch milliseconds.
   * Throws, listing the items, when there is none of that name.
   */
  choose(name: string): Promise<number>;
  /** Closes it with Escape. */
  dismiss(): Promise<void>;
}

/** Clicks with the right button and waits for the browser's own menu. */
export async function openContextMenu(desktop: Desktop, point: Point): Promise<NativeMenu> {
  await desktop.input.rightClick(point);
  let before = 0;
  const items = await waitFor('a native context menu', async () => {
    const found = await shownMenuItems(desktop);
    // While a menu opens, some of its items may not be shown yet.
    if (found.length > 0 && found.length === before) return found;
    before = found.length;
    return undefined;
  });
  const names = items.map((item) => item.name);
  const closed = () =>
    waitFor('the native context menu to close', async () =>
      (await shownMenuItems(desktop)).length === 0 ? true : undefined,
    );
  return {
    items: names,
    choose: async (name) => {
      const isIt = (candidate: NativeNode) => candidate.name === name;
      // On a busy machine an item that an extension adds may be shown well after the browser's own.
      const itemNow = async () => items.find(isIt) ?? (await shownMenuItems(desktop)).find(isIt);
      const item = await waitFor(`"${name}" in the context menu`, itemNow, { seen: () => names.join(', ') });
      const centre = centreOf(await steadyBox(`menu item "${name}"`, () => desktop.nativeTree.boxOf(item)));
      const clickedAt = Date.now();
      await desktop.input.click(centre);
      await closed();
      return clickedAt;
    },
    dismiss: async () => {
      await desktop.input.key('Escape');
      await closed();
    },
  };
}

/** Parts of a browser's window with no open context menu in them, but with hundreds of nodes that each take calls to read. */
const WITHOUT_MENUS = new Set(['tool bar', 'panel', 'alert', 'document web']);

async function shownMenuItems({ nativeTree }: Desktop): Promise<NativeNode[]> {
  const mayHoldMenu = ({ role }: NativeNode, depth: number) => depth !== 1 || !WITHOUT_MENUS.has(role);
  const windows = await nativeTree.windows();
  const trees = await Promise.all(windows.map((window) => nativeTree.read(window, mayHoldMenu)));
  const menus = trees.flatMap(flatten).filter(({ children }) => children.some(isMenuItem));
  const shown = await Promise.all(
    menus.map(async (menu) => {
      // Firefox goes on calling the items of a closed menu shown, but not the menu.
      if (!(await nativeTree.isShowing(menu))) return [];
      const items = menu.children.filter(isMenuItem);
      return Promise.all(items.map(async (item) => ((await nativeTree.isShowing(item)) ? [item] : [])));
    }),
  );
  return shown.flat(2);
}

function isMenuItem({ role }: NativeNode): boolean {
  return role === 'menu item';
}
