import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../i18n.ts';
import { changeSettings } from '../../storage/settings-item.ts';
import { numberText } from '../shared/numbers.ts';
import { useSettings } from './use-settings.ts';

interface NumberSettingProps {
  readonly name: 'askVideoAboveMb' | 'clipSeconds' | 'reuseDays' | 'askPageAbove' | 'requestsPerHour';
  readonly label: MessageKey;
  readonly least: number;
  readonly most: number;
}

/** A setting that is a whole number; it counts once it is one that can be used, and until then the field keeps what was typed. */
export function NumberSetting({ name, label, least, most }: NumberSettingProps): JSX.Element {
  const settings = useSettings();
  // Whatever else the page learns meanwhile draws the field anew.
  const [typed, setTyped] = useState<string>();
  const [isInvalid, setInvalid] = useState(false);

  async function enter(text: string): Promise<void> {
    const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
    const isUsable = value >= least && value <= most;
    setInvalid(!isUsable);
    if (!isUsable) return;
    await changeSettings({ [name]: value });
    setTyped(undefined);
  }

  return (
    <div class="field">
      <label for={name}>{translate(label)}</label>
      <input
        id={name}
        class="short"
        type="number"
        min={least}
        max={most}
        value={typed ?? settings?.[name] ?? ''}
        disabled={!settings}
        aria-invalid={isInvalid}
        aria-describedby={`${name}-status`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => enter(currentTarget.value)}
      />
      <div id={`${name}-status`} aria-live="polite">
        {isInvalid && <p class="failed">{translate('numberInvalid', numberText(least), numberText(most))}</p>}
      </div>
    </div>
  );
}
