import { useCallback, useState } from 'preact/hooks';
import { translate, translateCount } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';

/** The last removal, for as long as it can be undone. */
export interface Removal {
  readonly removed: { readonly count: number } | undefined;
  remove(ids: readonly string[]): void;
  undo(): void;
  dismiss(): void;
}

/** Removes results; `say` shows what else comes of it. */
export function useRemoval(say: (doing: Promise<string>) => void): Removal {
  const [removed, setRemoved] = useState<{ readonly count: number }>();

  async function remove(ids: readonly string[]): Promise<string> {
    setRemoved(undefined);
    await sendToBackground('removeResults', { checkIds: [...ids] });
    setRemoved({ count: ids.length });
    return '';
  }

  async function undo(): Promise<string> {
    const count = removed?.count ?? 0;
    setRemoved(undefined);
    const isBack = await sendToBackground('undoRemoval', {});
    return isBack ? translateCount('resultsRestored', count) : translate('undoTooLate');
  }

  return {
    removed,
    remove: (ids) => say(remove(ids)),
    undo: () => say(undo()),
    dismiss: useCallback(() => setRemoved(undefined), []),
  };
}
