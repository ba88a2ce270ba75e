import type { Desktop } from './desktop.ts';
import { type Box, centreOf } from './geometry.ts';
import { flatten, type NativeNode } from './native-tree.ts';
import { endedMeanwhile, evaluateInTarget, type ServiceWorkerOwner } from './service-worker.ts';
import { steadyBox } from './steady-box.ts';
import { waitFor } from './wait-for.ts';

/** What stands in the popup of the toolbar's button, which Playwright does not see; undefined while there is none. */
export function toolbarPopupText(owner: ServiceWorkerOwner): Promise<unknown> {
  return evaluateInToolbarPopup(owner, 'document.body?.innerText');
}

/** What an expression gives in the popup of the toolbar's button. */
export async function evaluateInToolbarPopup(
  { browserSession, extensionId }: ServiceWorkerOwner,
  expression: string,
): Promise<unknown> {
  const { targetInfos } = await browserSession.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url === `chrome-extension://${extensionId}/popup.html`);
  // One that is opening, or has closed, does not answer.
  return popup && evaluateInTarget(browserSession, popup.targetId, expression).catch(endedMeanwhile);
}

/** The popup of the toolbar's button, as it is on the display. */
interface ToolbarPopup {
  /** Where all of it is by now: it grows when it knows what to list. */
  content(): Promise<Box>;
  /** Where the buttons, or the boxes to tick, of these names are. */
  boxesOf(...buttons: readonly (string | RegExp)[]): Promise<readonly Box[]>;
}

/** Opens the popup as a person does, by the toolbar's button "Extensions" and the extension's name in its list. */
export async function openToolbarPopup(desktop: Desktop): Promise<ToolbarPopup> {
  await clickButton(desktop, /^Extensions$/);
  await clickButton(desktop, /^Check with BitMind\b/);
  const part = async (what: string, isMeant: (node: NativeNode) => boolean) => {
    const found = await waitFor(what, async () => {
      const parts = flatten(await browserParts(desktop, () => true));
      // The side panel, where it is open, has the same name.
      const pages = parts.filter(({ role, name }) => role === 'document web' && name === 'Check with BitMind');
      return pages.flatMap(flatten).find(isMeant);
    });
    return steadyBox(what, () => desktop.nativeTree.boxOf(found));
  };
  const buttonOf = (name: string | RegExp) =>
    part(`${name}`, (node) => {
      const isNamed = typeof name === 'string' ? node.name === name : name.test(node.name);
      return /button|check box/.test(node.role) && isNamed;
    });
  const last = await buttonOf('All results');
  const content = () => part('the content of the popup', ({ role }) => role === 'landmark');
  return { content, boxesOf: async (...buttons) => [last, ...(await Promise.all(buttons.map(buttonOf)))] };
}

async function clickButton(desktop: Desktop, name: RegExp): Promise<void> {
  const button = await waitFor(`the button ${name}`, async () => {
    const parts = flatten(await browserParts(desktop, ({ role }) => role !== 'document web'));
    const named = parts.filter((part) => /button/.test(part.role) && name.test(part.name));
    const shown = await Promise.all(named.map((part) => desktop.nativeTree.isShowing(part)));
    return named.find((_, index) => shown[index]);
  });
  await desktop.input.click(centreOf(await steadyBox(button.name, () => desktop.nativeTree.boxOf(button))));
}

/** Everything that the browser's windows show, under one node. */
async function browserParts({ nativeTree }: Desktop, enter: (node: NativeNode) => boolean): Promise<NativeNode> {
  const windows = await nativeTree.windows();
  const [first, ...others] = await Promise.all(windows.map((window) => nativeTree.read(window, enter)));
  if (first === undefined) throw new Error('no window is on the display');
  return { ...first, children: [...first.children, ...others] };
}
