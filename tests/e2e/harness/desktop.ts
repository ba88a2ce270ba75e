import { startAccessibilityBus } from './accessibility-bus.ts';
import { startDisplay } from './display.ts';
import type { Box } from './geometry.ts';
import { type MouseAndKeys, mouseAndKeysOf } from './mouse-and-keys.ts';
import { NativeTree } from './native-tree.ts';
import { takeScreenshot } from './screenshot.ts';
import { startWindowManager } from './window-manager.ts';

/** A display with a mouse, a keyboard and a screen reader's view of what is on it. One browser at a time belongs on it. */
export interface Desktop {
  /** Name of the X display, such as `:1`. */
  readonly display: string;
  /** Environment for a browser that is to appear here. */
  readonly env: Record<string, string>;
  readonly input: MouseAndKeys;
  readonly nativeTree: NativeTree;
  /** Writes a PNG of the whole display, or of a part of it. */
  screenshot(path: string, part?: Box): Promise<void>;
  stop(): Promise<void>;
}

/** What a desktop can have beside the display. */
export interface DesktopOptions {
  /** Firefox heeds clicks in its menus only where a window manager runs (153, seen with xdotool). Chromium needs none. */
  readonly hasWindowManager?: boolean;
}

/** Starts a desktop. Several can run at once; they share nothing. */
export async function startDesktop({ hasWindowManager = false }: DesktopOptions = {}): Promise<Desktop> {
  const display = await startDisplay();
  const windowManager = hasWindowManager ? await startWindowManager(display.name) : undefined;
  const bus = await startAccessibilityBus(display.name);
  const nativeTree = await NativeTree.open(bus.address);
  return {
    display: display.name,
    env: {
      ...inheritedEnvironment(),
      DISPLAY: display.name,
      AT_SPI_BUS_ADDRESS: bus.address,
      ACCESSIBILITY_ENABLED: '1', // Chromium publishes its windows on the bus
      GNOME_ACCESSIBILITY: '1', // Firefox does
    },
    input: mouseAndKeysOf(display.name),
    nativeTree,
    screenshot: (path, part) => takeScreenshot(display.name, path, part),
    stop: async () => {
      nativeTree.close();
      await bus.stop();
      await windowManager?.stop();
      await display.stop();
    },
  };
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return Object.fromEntries(entries);
}
