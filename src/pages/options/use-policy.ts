import { useEffect, useState } from 'preact/hooks';
import { onPolicyChanged, type Policy, readPolicy } from '../../core/store/policy.ts';

/** Follows what an administrator set; undefined until it is read. */
export function usePolicy(): Policy | undefined {
  const [policy, setPolicy] = useState<Policy>();
  useEffect(() => {
    const load = () => void readPolicy().then(setPolicy);
    load();
    return onPolicyChanged(load);
  }, []);
  return policy;
}
