import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { language, translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { ManagedSettings, Settings } from '../../core/store/settings-item.ts';
import { ManagedNote } from '../account/field.tsx';
import { ClearAll } from '../results/clear-all.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { changeSettings } from './use-settings.ts';

/** What is offered; an administrator may set any other number. Days. */
const CHOICES = [0, 1, 7, 30, 90, 365];

interface KeepResultsProps {
  /** Undefined until they are read. */
  readonly settings: Settings | undefined;
  /** What an administrator set; undefined until it is read. */
  readonly policy: ManagedSettings | undefined;
}

/** How long results stay on this computer, and the way to remove them now. */
export function KeepResults({ settings, policy }: KeepResultsProps): JSX.Element {
  const [isCleared, setCleared] = useState(false);
  const { failure, attempt } = useAttempt();
  const isManaged = policy?.keepResultsDays !== undefined;
  const kept = settings && policy && (policy.keepResultsDays ?? settings.keepResultsDays);
  const choices = kept === undefined ? [] : [...new Set([...CHOICES, kept])].sort((a, b) => a - b);
  return (
    <div class="setting">
      <div class="actions choice">
        <label for="keep-results">{translate('keepResults')}</label>
        <select
          id="keep-results"
          value={kept}
          disabled={kept === undefined || isManaged}
          aria-describedby={isManaged ? 'keep-managed' : undefined}
          onChange={({ currentTarget }) => {
            const keepResultsDays = Number(currentTarget.value);
            void attempt(() => changeSettings({ keepResultsDays }));
          }}
        >
          {choices.map((days) => (
            <option key={days} value={days}>
              {days === 0 ? translate('keepNothing') : daysText(days)}
            </option>
          ))}
        </select>
        <ClearAll onCleared={() => setCleared(true)} />
        <button type="button" onClick={() => attempt(() => sendToBackground('openResults', {}))}>
          {translate('allResults')}
        </button>
      </div>
      {isManaged && <ManagedNote id="keep-managed" />}
      <FailureLine failure={failure} />
      <div aria-live="polite">{isCleared && <p>{translate('resultsCleared')}</p>}</div>
    </div>
  );
}

/** Whole days: "30 days". */
function daysText(days: number): string {
  return new Intl.NumberFormat(language(), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}
