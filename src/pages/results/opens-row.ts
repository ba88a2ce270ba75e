/** What does something of its own when it is clicked. */
const HAS_OWN_CLICK = 'a, input, label, button:not(.plain)';

/** The index of the row that a click opens: anywhere in it, but for its controls, and not where it ends the selection of text. */
export function opensRow({ target }: Event): number | undefined {
  if (!(target instanceof Element) || target.closest(HAS_OWN_CLICK)) return undefined;
  const row = target.closest<HTMLElement>('[data-index]');
  const selection = getSelection();
  const hasSelected = selection !== null && !selection.isCollapsed && row !== null && selection.containsNode(row, true);
  return row && !hasSelected ? Number(row.dataset.index) : undefined;
}
