import { isDeepStrictEqual } from 'node:util';
import { type PageTree, unlessGone } from './harness/page-tree.ts';
import { waitFor } from './harness/wait-for.ts';

/** The panel in a page, as a screen reader and a mouse know it. */
export interface Panel {
  /** What it reads out now; nothing while there is no panel. */
  lines(): Promise<readonly string[]>;
  /** Waits until one of its lines matches; gives all lines. */
  waitForLine(pattern: RegExp | string, deadlineMs?: number): Promise<readonly string[]>;
  press(button: string): Promise<void>;
  /** Ticks a box. */
  tick(box: string): Promise<void>;
  /** Opens what is folded under a summary. */
  pressSummary(name: string): Promise<void>;
  /** The names of all buttons of the page now, those of the panel among them. */
  buttons(): Promise<readonly string[]>;
  /** Waits until they are these, in this order. */
  waitForButtons(names: readonly string[]): Promise<void>;
  waitUntilGone(): Promise<void>;
}

/**
 * Looks at the panel, or another region of ours, through a page's accessibility tree, which alone shows what is in a closed
 * shadow root. `name` is what it is called in the browser's language.
 */
export function panelIn(tree: PageTree, name = 'BitMind check'): Panel {
  const region = async () => (await tree.findByRole('region', name))[0];
  const lines = async () => (await (await region())?.text()) ?? [];
  /** What is off for now is waited for; what is drawn anew between the look and the click is looked for again. */
  const clickOn = async (role: string, name: string) => {
    await waitFor(`${role} "${name}" to be usable and stay where it is`, async () => {
      const node = await tree.waitForRole(role, name);
      if (!(await node.isEnabled())) return undefined;
      return unlessGone(() => node.click().then(() => true));
    });
  };
  const matching = (pattern: RegExp | string) => (line: string) =>
    typeof pattern === 'string' ? line === pattern : pattern.test(line);
  const buttons = async () => (await tree.findByRole('button')).map(({ name }) => name);
  return {
    lines,
    buttons,
    waitForLine: (pattern, deadlineMs) =>
      waitFor(
        `the panel to say ${pattern}`,
        async () => {
          const now = await lines();
          return now.some(matching(pattern)) ? now : undefined;
        },
        { seen: async () => (await lines()).join(' | '), ...(deadlineMs !== undefined && { deadlineMs }) },
      ),
    press: (button) => clickOn('button', button),
    tick: (box) => clickOn('checkbox', box),
    pressSummary: (name) => clickOn('DisclosureTriangle', name),
    async waitForButtons(names) {
      const areThere = async () => isDeepStrictEqual(await buttons(), names) || undefined;
      await waitFor(`the buttons ${names.join(' | ')}`, areThere, { seen: async () => (await buttons()).join(' | ') });
    },
    waitUntilGone: async () => {
      await waitFor('the panel to go', async () => ((await region()) ? undefined : true));
    },
  };
}
