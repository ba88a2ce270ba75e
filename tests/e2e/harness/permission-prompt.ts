import type { Desktop } from './desktop.ts';
import { type Box, centreOf } from './geometry.ts';
import { flatten, type NativeNode } from './native-tree.ts';
import { steadyBox } from './steady-box.ts';
import { waitFor } from './wait-for.ts';

/** The words of a browser's buttons, in the English that the browsers are started with. */
const BUTTONS = { allow: 'Allow', deny: 'Deny' } as const;

/**
 * Browsers do not heed clicks in a prompt's first moments, lest a click meant for the page answers it: a click is given up
 * and another one made after this time. Longer than Chromium's protection, which each click within it prolongs.
 */
const UNHEEDED_MS = 1_000;

/** A browser's own prompt for permissions, open on the screen. */
export interface PermissionPrompt {
  /** Everything it says. */
  readonly text: string;
  /** Where it is, once it is at rest. */
  box(): Promise<Box>;
  /** Clicks a button with the real mouse and sees the prompt close. */
  answer(choice: keyof typeof BUTTONS): Promise<void>;
}

/** Waits for the browser's prompt, with all it says: in both browsers an alert with the buttons "Allow" and "Deny". */
export async function waitForPermissionPrompt(desktop: Desktop): Promise<PermissionPrompt> {
  let text = '';
  const parts = await waitFor('a permission prompt', async () => {
    const shown = await shownPrompt(desktop);
    const before = text;
    text = shown?.map(({ name }) => name).join('\n') ?? '';
    return text === before ? shown : undefined; // While it opens, parts of it may be missing.
  });
  return {
    text,
    box: () => steadyBox('the permission prompt', async () => parts[0] && desktop.nativeTree.boxOf(parts[0])),
    async answer(choice) {
      const button = parts.find((node) => isButton(node, BUTTONS[choice]));
      if (button === undefined) throw new Error(`no "${BUTTONS[choice]}" in the prompt`);
      const centre = centreOf(await steadyBox(button.name, () => desktop.nativeTree.boxOf(button)));
      let clickedAt = Number.NEGATIVE_INFINITY;
      await waitFor('the permission prompt to close', async () => {
        if (!(await shownPrompt(desktop))) return true;
        if (performance.now() - clickedAt < UNHEEDED_MS) return undefined;
        clickedAt = performance.now();
        await desktop.input.click(centre);
        return undefined;
      });
    },
  };
}

/** Whether a prompt is on the screen now. */
export async function isPermissionPromptShown(desktop: Desktop): Promise<boolean> {
  return (await shownPrompt(desktop)) !== undefined;
}

async function shownPrompt({ nativeTree }: Desktop): Promise<NativeNode[] | undefined> {
  const outsidePages = (node: NativeNode) => node.role !== 'document web';
  for (const window of await nativeTree.windows()) {
    const nodes = flatten(await nativeTree.read(window, outsidePages));
    for (const alert of nodes.filter(({ role }) => role === 'alert' || role === 'dialog')) {
      const parts = flatten(alert);
      const allow = parts.find((node) => isButton(node, BUTTONS.allow));
      if (allow && parts.some((node) => isButton(node, BUTTONS.deny)) && (await nativeTree.isShowing(allow)))
        return parts;
    }
  }
  return undefined;
}

function isButton({ role, name }: NativeNode, wanted: string): boolean {
  return /button/.test(role) && name === wanted;
}
