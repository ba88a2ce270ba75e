import { logFault } from '../../core/log.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { requestGateItem } from '../store/request-gate-item.ts';
import { createRequestGate, type RequestGate } from './request-gate.ts';

/** The gate that all requests with media pass; the administrator's budget goes before the user's. */
export function requestGate(clock: () => number): RequestGate {
  return createRequestGate({
    memory: requestGateItem,
    budget: async () => (await readPolicy()).requestsPerHour ?? (await settingsItem.get()).requestsPerHour,
    clock,
    onFault: logFault,
  });
}
