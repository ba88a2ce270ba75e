import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../i18n.ts';
import { changeSettings } from '../../storage/settings-item.ts';
import { useSettings } from './use-settings.ts';

interface SettingTickProps {
  readonly name: 'isMenuEverywhere' | 'asksForPrivate' | 'keepsThumbnails' | 'fetchesRemoteCredentials';
  readonly label: MessageKey;
  /** What it means, in one quiet line. */
  readonly about: MessageKey;
}

/** A setting that is on or off; it counts at once. */
export function SettingTick({ name, label, about }: SettingTickProps): JSX.Element {
  const settings = useSettings();
  return (
    <div class="field tick">
      <label>
        <input
          type="checkbox"
          checked={settings?.[name] ?? false}
          disabled={!settings}
          aria-describedby={`${name}-about`}
          onChange={(event) => changeSettings({ [name]: event.currentTarget.checked })}
        />
        {translate(label)}
      </label>
      <p class="quiet" id={`${name}-about`}>
        {translate(about)}
      </p>
    </div>
  );
}
