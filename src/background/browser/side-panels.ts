// For which tabs a side panel is open, as those say that follow them. A background that has just started is told again.

/** How many side panels are open for a tab: that of its window, or one that was moved along with a tab a moment ago. */
const open = new Map<number, number>();

/** What is done once none is open for a tab. */
const waiting = new Map<number, (() => void)[]>();

/** A side panel shows what is checked in a tab; gives what is to be called when it does so no more. */
export function sidePanelOpened(tabId: number): () => void {
  open.set(tabId, (open.get(tabId) ?? 0) + 1);
  return () => {
    const left = (open.get(tabId) ?? 1) - 1;
    if (left > 0) {
      open.set(tabId, left);
      return;
    }
    open.delete(tabId);
    const acts = waiting.get(tabId) ?? [];
    waiting.delete(tabId);
    for (const act of acts) act();
  };
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
