// For which tabs a side panel is open, as those say that follow them. A background that has just started is told again.

/** What tells the side panels that are open for a tab of a wish: its window's, or one that was moved along with it a moment ago. */
const open = new Map<number, readonly (() => void)[]>();

/** What is done once none is open for a tab. */
const waiting = new Map<number, (() => void)[]>();

/** The check whose details a tab's side panel is to show next. */
const wanted = new Map<number, string>();

/** A side panel shows what is checked in a tab, and is told of wishes; gives what is to be called when it does so no more. */
export function sidePanelOpened(tabId: number, onWish: () => void): () => void {
  open.set(tabId, [...(open.get(tabId) ?? []), onWish]);
  return () => {
    const left = (open.get(tabId) ?? []).filter((one) => one !== onWish);
    if (left.length > 0) {
      open.set(tabId, left);
      return;
    }
    open.delete(tabId);
    const acts = waiting.get(tabId) ?? [];
    waiting.delete(tabId);
    for (const act of acts) act();
  };
}

/** Has a tab's side panel show the details of a check: the one that is open, or the next to follow that tab. */
export function openInSidePanel(tabId: number, checkId: string): void {
  wanted.set(tabId, checkId);
  for (const tell of open.get(tabId) ?? []) tell();
}

/** The check whose details a tab's side panel is to show now; told once. */
export function takeWanted(tabId: number): string | undefined {
  const checkId = wanted.get(tabId);
  wanted.delete(tabId);
  return checkId;
}

/** Whether a side panel shows what is checked in a tab: then no other place need show it. */
export function hasSidePanel(tabId: number): boolean {
  return open.has(tabId);
}

/** Does something once no side panel shows a tab any more: at once where none does. */
export function whenNoSidePanel(tabId: number, act: () => void): void {
  if (hasSidePanel(tabId)) waiting.set(tabId, [...(waiting.get(tabId) ?? []), act]);
  else act();
}
