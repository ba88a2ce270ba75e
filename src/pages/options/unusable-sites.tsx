import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { onPolicyChanged } from '../../core/store/policy.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

/** What of an administrator's lists of sites is not understood; nothing where all is. */
export function UnusableSites(): JSX.Element {
  const [entries, setEntries] = useState<readonly string[]>([]);
  const { failure, attempt } = useAttempt();
  useEffect(() => {
    const load = () => void attempt(async () => setEntries(await sendToBackground('getUnusableSites', {})));
    load();
    return onPolicyChanged(load);
  }, []);
  const quoted = entries.map((entry) => `“${entry}”`).join(', ');
  return (
    <>
      {entries.length > 0 && <p role="status">{translate('unusableSites', quoted)}</p>}
      <FailureLine failure={failure} />
    </>
  );
}
