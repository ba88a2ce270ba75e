import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import { listText } from '../../core/words/numbers.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';

/**
 * What of an administrator's lists of sites is not understood; nothing where all is, nor where the background does not answer: the
 * account says that.
 */
export function UnusableSites(): JSX.Element | null {
  const [entries, setEntries] = useState<readonly string[]>();
  useAwaited(entries !== undefined);
  useEffect(() => {
    const load = () => void sendToBackground('getUnusableSites', {}).then(setEntries).catch(logFault);
    load();
    return onPolicyChanged(load);
  }, []);
  if (entries === undefined || entries.length === 0) return null;
  const quoted = entries.map((entry) => translate('quoted', entry));
  return <p role="status">{translate('unusableSites', listText(quoted))}</p>;
}
