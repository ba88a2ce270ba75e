import { createRequestGate, type RequestGate } from '../../src/bitmind/request-gate.ts';
import { logFault } from '../../src/log.ts';
import { readPolicy } from '../../src/storage/policy.ts';
import { requestGateItem } from '../../src/storage/request-gate-item.ts';
import { settingsItem } from '../../src/storage/settings-item.ts';

/** The gate that all requests with media pass; the administrator's budget goes before the user's. */
export function requestGate(clock: () => number): RequestGate {
  return createRequestGate({
    memory: requestGateItem,
    budget: async () => (await readPolicy()).requestsPerHour ?? (await settingsItem.get()).requestsPerHour,
    clock,
    onFault: logFault,
  });
}
