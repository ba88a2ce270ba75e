import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackgroundProcess } from './background-process.ts';

/** A private AT-SPI bus: where browsers publish their windows, menus and prompts for screen readers, and where we read them. */
export interface AccessibilityBus {
  /** What `AT_SPI_BUS_ADDRESS` is set to. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Part of Debian's and Ubuntu's at-spi2-core. */
const BUS_CONFIGURATION = '/usr/share/defaults/at-spi2/accessibility.conf';

/** Starts an accessibility bus for one display. Needs the packages `dbus-daemon` and `at-spi2-core`. */
export async function startAccessibilityBus(display: string): Promise<AccessibilityBus> {
  const folder = await mkdtemp(join(tmpdir(), 'accessibility-bus-'));
  const address = `unix:path=${join(folder, 'bus')}`;
  const args = [`--config-file=${BUS_CONFIGURATION}`, '--nofork', '--print-address=1', `--address=${address}`];
  // The daemon starts the AT-SPI registry when first asked for it; without the address in its environment the registry
  // looks for a session bus, and every call to it hangs.
  const env = { ...process.env, DISPLAY: display, AT_SPI_BUS_ADDRESS: address };
  const daemon = await startBackgroundProcess('dbus-daemon', args, { readyFd: 1, env });
  return {
    address,
    stop: async () => {
      await daemon.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
