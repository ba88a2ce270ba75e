import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { translate } from '../../i18n.ts';
import { changeSettings } from '../../storage/settings-item.ts';
import { useSettings } from './use-settings.ts';

/** The service takes no larger video anyway. Megabytes. */
const MAX_MB = 500;

/** Above which size a video is read and sent only after a question. */
export function VideoSizeField(): JSX.Element {
  const settings = useSettings();
  const [isInvalid, setInvalid] = useState(false);

  async function enter(typed: string): Promise<void> {
    const isWhole = /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= MAX_MB;
    setInvalid(!isWhole);
    if (isWhole) await changeSettings({ askVideoAboveMb: Number(typed) });
  }

  return (
    <div class="field">
      <label for="video-size">{translate('askVideoAbove')}</label>
      <input
        id="video-size"
        class="short"
        type="number"
        min="0"
        max={MAX_MB}
        value={settings?.askVideoAboveMb ?? ''}
        disabled={!settings}
        aria-invalid={isInvalid}
        aria-describedby="video-size-status"
        onChange={({ currentTarget }) => enter(currentTarget.value)}
      />
      <div id="video-size-status" aria-live="polite">
        {isInvalid && <p class="failed">{translate('numberInvalid')}</p>}
      </div>
    </div>
  );
}
