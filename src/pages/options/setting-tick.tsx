import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { Settings } from '../../core/store/settings-item.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { changeSettings, type SettingOf } from './use-settings.ts';

interface SettingTickProps {
  readonly name: SettingOf<boolean>;
  readonly label: MessageKey;
  /** Undefined until they are read. */
  readonly settings: Settings | undefined;
  /** What it means, in one quiet line. */
  readonly about: MessageKey;
}

/** A setting that is on or off; it counts at once. */
export function SettingTick({ name, label, about, settings }: SettingTickProps): JSX.Element {
  const { failure, attempt } = useAttempt();
  return (
    <div class="setting tick">
      <label>
        <input
          type="checkbox"
          checked={settings?.[name] ?? false}
          disabled={!settings}
          aria-describedby={`${name}-about`}
          onChange={({ currentTarget: { checked } }) => attempt(() => changeSettings({ [name]: checked }))}
        />
        {translate(label)}
      </label>
      <p class="quiet" id={`${name}-about`}>
        {translate(about)}
      </p>
      <FailureLine failure={failure} />
    </div>
  );
}
