/** Where the keyboard is in a list. */
export interface ListPosition {
  /** From 0. */
  readonly at: number;
  readonly count: number;
  /** Rows that are seen at once. */
  readonly page: number;
}

/** The row a key leads to; undefined for keys that lead nowhere. */
export function keyTarget(
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  { at, count, page }: ListPosition,
): number | undefined {
  if (ctrlKey || altKey || metaKey || count === 0) return undefined;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}
