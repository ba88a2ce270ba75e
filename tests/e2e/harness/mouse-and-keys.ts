import type { Point } from './geometry.ts';
import { run } from './run.ts';
import { waitFor } from './wait-for.ts';

/** The real mouse and keyboard of one display. What a click or key does is for the caller to see. */
export interface MouseAndKeys {
  /** Moves the pointer, and sees that it is there. */
  moveTo(point: Point): Promise<void>;
  click(point: Point): Promise<void>;
  rightClick(point: Point): Promise<void>;
  /** Presses the left button at one point and lets it go at another, as a hand does: over points between them. */
  drag(from: Point, to: Point): Promise<void>;
  /** Presses keys one after the other, by X name: `Return`, `Tab`, `Escape`, `ctrl+l`. */
  key(...names: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Gives the window that has the focus another size, as the display's window manager may. Pixels. */
  resizeWindow(width: number, height: number): Promise<void>;
}

const LEFT_BUTTON = '1';
const RIGHT_BUTTON = '3';

/** Binds `xdotool` to a display. */
export function mouseAndKeysOf(display: string): MouseAndKeys {
  const env = { ...process.env, DISPLAY: display };
  const xdotool = (...args: string[]) => run('xdotool', args, env);

  /**
   * Moves the pointer, goes on with this, and sees that it is there. A window manager that looks at a press before its window does
   * stops the pointer meanwhile: what was told to it comes after that, in its order.
   */
  const moveTo = async ({ x, y }: Point, ...then: string[]) => {
    const [left, top] = [Math.round(x), Math.round(y)];
    const locate = ['getmouselocation', '--shell'];
    let location = await xdotool('mousemove', String(left), String(top), ...locate, ...then);
    const isThere = () => location.includes(`X=${left}\nY=${top}\n`);
    if (isThere()) return;
    const look = async () => {
      location = await xdotool(...locate);
      return isThere() || undefined;
    };
    await waitFor(`the pointer at ${left},${top} (outside the display?)`, look, { seen: () => location });
  };
  // Unless told otherwise, xdotool waits a tenth of a second after a click.
  const press = (button: string, point: Point) => moveTo(point, 'click', '--delay', '0', button);
  return {
    moveTo: (point) => moveTo(point),
    click: (point) => press(LEFT_BUTTON, point),
    rightClick: (point) => press(RIGHT_BUTTON, point),
    async drag(from, to) {
      await moveTo(from, 'mousedown', LEFT_BUTTON);
      for (const share of [0.25, 0.5, 0.75]) {
        await moveTo({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
      await moveTo(to, 'mouseup', LEFT_BUTTON);
    },
    key: async (...names) => {
      await xdotool('key', ...names);
    },
    type: async (text) => {
      await xdotool('type', '--', text);
    },
    resizeWindow: async (width, height) => {
      await xdotool('getactivewindow', 'windowsize', String(width), String(height));
    },
  };
}
