import { createRef, type JSX } from 'preact';
import { translate } from '../i18n.ts';
import { logFault } from '../log.ts';
import type { Diagnostics } from '../protocol/panel-view.ts';
import { sendToBackground } from '../protocol/send-to-background.ts';
import { trusted } from './trusted.ts';

/** What is told to whoever helps, copied; with addresses only where the box is ticked. To tell what seems wrong, the place is opened too. */
export function CopyDiagnostics({ text, addresses, doubt }: Diagnostics): JSX.Element {
  const box = createRef<HTMLInputElement>();
  /** `copied` is asked for now: a script that has lost its extension has no texts. */
  const copyButton = (words: string, copied: string, before = '') => {
    const button = createRef<HTMLButtonElement>();
    const copyAll = () => {
      if (button.current) copy(before + text + (box.current?.checked ? addresses : ''), button.current, copied);
      if (before) void sendToBackground('openReport', {}).catch(logFault);
    };
    return (
      <button type="button" ref={button} onClick={trusted(copyAll)}>
        {words}
      </button>
    );
  };
  return (
    <>
      <label class="line">
        <input type="checkbox" ref={box} />
        {translate('diagnosticsAddresses')}
      </label>
      <div class="actions">
        {copyButton(translate('copyDiagnostics'), translate('diagnosticsCopied'))}
        {doubt && copyButton(translate('seemsWrong'), translate('seemsWrongCopied'), doubt)}
      </div>
    </>
  );
}

/**
 * Copies a text, within a user's gesture, in the way that works in pages without TLS too, where `navigator.clipboard` is
 * missing. Once it is copied, `button` says `copied`.
 *
 * The text itself stands nowhere in the document: what is selected is a space, and a listener that the page cannot reach puts
 * the text in its place, so that no listener of the page's sees it.
 */
function copy(text: string, button: HTMLElement, copied: string): void {
  const field = document.createElement('input');
  field.value = ' ';
  field.oncopy = (event) => {
    event.clipboardData?.setData('text', text);
    event.preventDefault();
    event.stopPropagation();
    button.textContent = copied;
  };
  button.after(field);
  field.select();
  field.ownerDocument.execCommand('copy');
  field.remove();
  button.focus();
}
