import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { UNDO_SIGN_OUT_MS } from '../../core/service/account-view.ts';

/** Says that somebody signed out, and offers to undo that for a while. It has the focus, since the button that was pressed is gone. */
export function SignedOutLine({ onUndo }: { readonly onUndo: () => void }): JSX.Element {
  const [isOver, setOver] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    undo.current?.focus();
    const end = setTimeout(() => {
      const button = undo.current;
      if (button && button === document.activeElement) {
        button.form?.querySelector<HTMLElement>('[type=submit]')?.focus();
      }
      setOver(true);
    }, UNDO_SIGN_OUT_MS);
    return () => clearTimeout(end);
  }, []);
  if (isOver) return <p>{translate('signedOut')}</p>;
  return (
    <p class="undo">
      <span>{translate('signedOutNow')}</span>
      <span aria-hidden="true">·</span>
      <button type="button" ref={undo} onClick={onUndo}>
        {translate('undo')}
      </button>
    </p>
  );
}
