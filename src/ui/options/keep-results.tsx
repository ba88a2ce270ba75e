import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../i18n.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { onPolicyChanged, readPolicy } from '../../storage/policy.ts';
import { changeSettings, settingsItem } from '../../storage/settings-item.ts';
import { ManagedNote } from '../account/field.tsx';
import { daysText } from '../shared/numbers.ts';

/** What is offered; an administrator may set any other number. Days. */
const CHOICES = [0, 1, 7, 30, 90, 365];

interface Kept {
  readonly days: number;
  readonly isManaged: boolean;
}

/** How long results stay on this computer, and the way to remove them now. */
export function KeepResults(): JSX.Element {
  const [kept, setKept] = useState<Kept>();
  const [isCleared, setCleared] = useState(false);
  const load = async () => {
    const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
    const isManaged = policy.keepResultsDays !== undefined;
    setKept({ days: policy.keepResultsDays ?? settings.keepResultsDays, isManaged });
  };
  useEffect(() => {
    void load();
    return onPolicyChanged(() => void load());
  }, []);

  async function choose(days: number): Promise<void> {
    await changeSettings({ keepResultsDays: days });
    await load();
  }

  async function clear(): Promise<void> {
    await sendToBackground('clearResults', {});
    setCleared(true);
  }

  const choices = kept ? [...new Set([...CHOICES, kept.days])].sort((a, b) => a - b) : [];
  return (
    <div class="field">
      <label for="keep-results">{translate('keepResults')}</label>
      <div class="actions">
        <select
          id="keep-results"
          disabled={kept?.isManaged !== false}
          aria-describedby={kept?.isManaged ? 'keep-managed' : undefined}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {choices.map((days) => (
            <option key={days} value={days} selected={days === kept?.days}>
              {days === 0 ? translate('keepNothing') : daysText(days)}
            </option>
          ))}
        </select>
        <button type="button" onClick={clear}>
          {translate('clearResults')}
        </button>
      </div>
      {kept?.isManaged && <ManagedNote id="keep-managed" />}
      <div aria-live="polite">{isCleared && <p>{translate('resultsCleared')}</p>}</div>
    </div>
  );
}
