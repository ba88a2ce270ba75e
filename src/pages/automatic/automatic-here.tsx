import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { requestSites, sitePattern } from '../../core/browser/site-access.ts';
import { translate } from '../../core/i18n.ts';
import type { AutomaticView } from '../../core/protocol/automatic-view.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { ManagedNote } from '../account/field.tsx';
import { NumberSetting } from '../options/number-setting.tsx';
import { useManagedSettings } from '../options/use-managed-settings.ts';
import { useSettings } from '../options/use-settings.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { useAutomatic } from './use-automatic.ts';
import './automatic-here.css';

interface AutomaticHereProps {
  readonly tabId: number;
  /** How it stands, where that is known already: then nothing moves when it comes. */
  readonly first?: AutomaticView | undefined;
}

/** "Check images here automatically", for the site in a tab: what that sends, how much, and the browser's prompt for all it takes. */
export function AutomaticHere({ tabId, first }: AutomaticHereProps): JSX.Element | null {
  const view = useAutomatic(tabId, first);
  return view ? <Choice tabId={tabId} view={view} /> : null;
}

interface ChoiceProps {
  readonly tabId: number;
  readonly view: AutomaticView;
}

function Choice({ tabId, view }: ChoiceProps): JSX.Element {
  const { state, origin, origins, isManaged, isSignedOut } = view;
  const { settings } = useSettings();
  const policy = useManagedSettings();
  const [isAsking, setAsking] = useState(false);
  const { failure, attempt } = useAttempt();
  const about = isManaged ? 'automatic-managed' : 'automatic-about';

  /** Where a click counts as a gesture in this page alone, the browser is asked from here, and first. */
  function turnOn(): void {
    const asked = isManaged || !GESTURE_TRAVELS_IN_MESSAGES ? requestSites(origins) : undefined;
    const told = isManaged ? undefined : sendToBackground('turnOnAutomatic', { tabId, origins });
    setAsking(true);
    void attempt(async () => {
      await told;
      if (asked && !(await asked) && !isManaged) await turnOff();
    }).finally(() => setAsking(false));
  }

  function turnOff(): Promise<void> {
    return sendToBackground('turnOffAutomatic', { site: sitePattern(origin) });
  }

  return (
    <section class="automatic">
      <label class="line">
        <input
          type="checkbox"
          checked={state !== 'off' || isAsking}
          disabled={isManaged}
          aria-describedby={about}
          onChange={({ currentTarget: { checked } }) => (checked ? turnOn() : void attempt(turnOff))}
        />
        {translate('automaticHere')}
      </label>
      <NumberSetting
        name="automaticPerHour"
        sentence="automaticPerHour"
        least={1}
        most={10_000}
        {...{ settings, policy }}
      />
      {state !== 'on' && (
        <p class="quiet" id="automatic-about">
          {translate('aboutAutomatic')}
        </p>
      )}
      {isManaged && <ManagedNote id="automatic-managed" />}
      {isSignedOut && <p class="quiet">{translate('automaticSignedOut')}</p>}
      {state === 'needs-access' && (
        <button type="button" onClick={turnOn}>
          {translate('allowSite', new URL(origin).host)}
        </button>
      )}
      <FailureLine failure={failure} />
    </section>
  );
}
