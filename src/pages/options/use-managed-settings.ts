import { useEffect, useState } from 'preact/hooks';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import type { ManagedSettings } from '../../core/store/settings-item.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';

/** Follows what an administrator set of the settings; undefined until it is known. */
export function useManagedSettings(): ManagedSettings | undefined {
  const [policy, setPolicy] = useState<ManagedSettings>();
  useAwaited(policy !== undefined);
  useEffect(() => {
    const load = () => void sendToBackground('getManagedSettings', {}).then(setPolicy).catch(logFault);
    load();
    return onPolicyChanged(load);
  }, []);
  return policy;
}
