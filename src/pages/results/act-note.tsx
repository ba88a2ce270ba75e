import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate, translateCount } from '../../core/i18n.ts';
import type { Removal } from './use-removal.ts';
import './act-note.css';

/** How long it is there, and a removal can be undone, in milliseconds, from when it was last pointed at or had the focus. */
const SHOWN_MS = 8_000;

interface ActNoteProps {
  readonly removal: Removal;
  /** What came of another act. */
  readonly said: string;
  readonly onDismissed: () => void;
}

/**
 * What came of the last act: "Result deleted · Undo", which Ctrl+Z does too. At the foot of the window, so that nothing moves for
 * it.
 */
export function ActNote({ removal: { removed, undo, dismiss }, said, onDismissed }: ActNoteProps): JSX.Element {
  const [isHeld, setHeld] = useState(false);
  const isShown = removed !== undefined || said !== '';
  useEffect(() => {
    if (!isShown || isHeld) return undefined;
    const timer = setTimeout(() => {
      dismiss();
      onDismissed();
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [removed, said, isHeld]); // Another note begins its time anew.
  useEffect(() => {
    if (!isShown) setHeld(false); // What goes away hears of nothing that leaves it.
  }, [isShown]);
  useEffect(() => {
    if (removed === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  /** The button goes: the focus is handed on to the list. */
  function undoFromHere(): void {
    document.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
    undo();
  }

  return (
    <div class="act-note" role="status">
      {isShown && (
        <p onPointerEnter={hold} onPointerLeave={release} onFocusCapture={hold} onBlurCapture={release}>
          <span>{removed ? translateCount('resultsDeleted', removed.count) : said}</span>
          {removed && (
            <button type="button" class="plain" onClick={undoFromHere}>
              {translate('undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
