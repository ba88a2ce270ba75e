import { useMemo, useRef, useState } from 'preact/hooks';
import { MOST_REMOVED } from '../../core/media/told-limits.ts';

/** The results that are selected. */
export interface Selection {
  /** Those of the order, in its order. */
  readonly chosen: readonly string[];
  has(id: string): boolean;
  /** Selects a result or no more; `isRange`: as that, all from the one before to it. */
  toggle(id: string, isRange: boolean): void;
  clear(): void;
}

/** Selects among results. Of one order alone: what a filter hides is not selected. No more than can be deleted and brought back. */
export function useSelection(ids: readonly string[]): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | undefined>(undefined);
  const chosen = useMemo(() => (selected.size > 0 ? ids.filter((id) => selected.has(id)) : []), [ids, selected]);
  return {
    chosen,
    has: (id) => selected.has(id),
    toggle(id, isRange) {
      const [from, to] = [isRange && last.current !== undefined ? ids.indexOf(last.current) : -1, ids.indexOf(id)];
      const meant = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      const isWanted = !selected.has(id);
      const next = new Set(chosen);
      for (const one of meant) {
        if (isWanted) next.add(one);
        else next.delete(one);
      }
      last.current = id;
      setSelected(new Set([...next].slice(0, MOST_REMOVED)));
    },
    clear: () => setSelected(new Set()),
  };
}
