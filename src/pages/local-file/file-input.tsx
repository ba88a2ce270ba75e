import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { tabOfWindow } from '../../core/protocol/own-page-address.ts';
import { trusted } from '../../core/view/trusted.ts';

/**
 * Whether the window in which a file is chosen takes the focus from the toolbar button's popup, which then closes before
 * the file is known. Firefox 153: yes (bugzilla 1292701). Chromium 156: no.
 */
const CHOOSER_CLOSES_POPUP = import.meta.env.FIREFOX;

interface FileInputProps {
  readonly onFile: (file: File) => void;
  /** Opens this page in a window of its own, where a file can be chosen. */
  readonly onWindowNeeded: () => void;
}

/** Takes a picture or a video from this computer: dropped anywhere on the page, pasted, or chosen. */
export function FileInput({ onFile, onWindowNeeded }: FileInputProps): JSX.Element {
  useEffect(() => {
    const closing = new AbortController();
    const take = (transfer: DataTransfer | null, event: Event) => {
      const [file] = transfer?.files ?? [];
      if (!file) return; // Text, which is not for us.
      event.preventDefault();
      onFile(file);
    };
    document.addEventListener('paste', (event) => take(event.clipboardData, event), { signal: closing.signal });
    document.addEventListener('drop', (event) => take(event.dataTransfer, event), { signal: closing.signal });
    document.addEventListener('dragover', (event) => event.preventDefault(), { signal: closing.signal });
    return () => closing.abort();
  }, [onFile]);

  return (
    <div class="file-input">
      <p class="quiet">{translate('checkFileHow')}</p>
      {CHOOSER_CLOSES_POPUP && !tabOfWindow() ? (
        <button type="button" onClick={trusted(onWindowNeeded)}>
          {translate('chooseFile')}
        </button>
      ) : (
        <label class="button">
          {translate('chooseFile')}
          <input
            type="file"
            accept="image/*,video/*,.heic,.heif,.jxl,.mkv,.avi,.ts"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              currentTarget.value = ''; // So that the same file can be chosen again.
              if (file) onFile(file);
            }}
          />
        </label>
      )}
    </div>
  );
}
