import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { ManagedSettings, Settings } from '../../core/store/settings-item.ts';
import { numberText } from '../../core/words/numbers.ts';
import { ManagedNote } from '../account/field.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { Sentence, sentenceName } from './sentence.tsx';
import { changeSettings, type SettingOf } from './use-settings.ts';

type Name = SettingOf<number>;

interface NumberSettingProps {
  readonly name: Name;
  /** A sentence with a placeholder where the number goes. */
  readonly sentence: MessageKey;
  readonly least: number;
  readonly most: number;
  /** Undefined until they are read. */
  readonly settings: Settings | undefined;
  /** What an administrator set, which goes before the user's choice; undefined until it is read. */
  readonly policy: ManagedSettings | undefined;
}

/** A setting that is a whole number; it counts once it is one that can be used, and until then the field keeps what was typed. */
export function NumberSetting({ name, sentence, least, most, settings, policy }: NumberSettingProps): JSX.Element {
  const set: Partial<Record<Name, number | undefined>> = policy ?? {};
  const managed = set[name];
  // Whatever else the page learns meanwhile draws the field anew.
  const [typed, setTyped] = useState<string>();
  const [isInvalid, setInvalid] = useState(false);
  const { failure, attempt } = useAttempt();

  async function enter(text: string): Promise<void> {
    const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
    const isUsable = value >= least && value <= most;
    setInvalid(!isUsable);
    if (!isUsable) return;
    if (await attempt(() => changeSettings({ [name]: value }))) setTyped(undefined);
  }

  const field = (
    <input
      type="number"
      min={least}
      max={most}
      value={managed ?? typed ?? settings?.[name] ?? ''}
      disabled={!settings || !policy || managed !== undefined}
      aria-label={sentenceName(sentence)}
      aria-invalid={isInvalid}
      aria-describedby={managed === undefined ? `${name}-status` : `${name}-managed`}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={({ currentTarget }) => enter(currentTarget.value)}
    />
  );
  return (
    <div class="setting">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is among its words. */}
      <label>
        <Sentence text={sentence} fields={[field]} />
      </label>
      {managed !== undefined && <ManagedNote id={`${name}-managed`} />}
      <div id={`${name}-status`} aria-live="polite">
        {isInvalid && <p class="failed">{translate('numberInvalid', numberText(least), numberText(most))}</p>}
      </div>
      <FailureLine failure={failure} />
    </div>
  );
}
