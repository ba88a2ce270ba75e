import { errorDataOf, isAppError } from '../../core/errors/app-error.ts';
import { hasTrait } from '../../core/errors/error-data.ts';
import type { AccountFacts, AccountView } from '../../core/service/account-view.ts';
import type { ServiceClient } from './client.ts';

/** How far this computer's clock may be off before that is said, in milliseconds. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * The steps of "Save and test": `/health`, which gets no credential, then the token and `/status`. The first that fails
 * says what to look at.
 */
export async function testAccount(client: ServiceClient, clock: () => number): Promise<AccountView> {
  try {
    const { serviceTime } = await client.health();
    const offMs = serviceTime === undefined ? 0 : clock() - serviceTime;
    const clockOffMinutes = Math.abs(offMs) > CLOCK_TOLERANCE_MS ? Math.round(offMs / 60_000) : undefined;
    const view = await standing(client, false);
    if (clockOffMinutes === undefined) return view;
    if (view.state === 'connected') return { ...view, clockOffMinutes };
    // Tokens and certificates are valid from one moment to another: a wrong clock is the likeliest reason.
    return view.state === 'refused' ? { ...view, error: { code: 'clock-off', minutes: clockOffMinutes } } : view;
  } catch (error) {
    return failedView(error);
  }
}

/** How an account stands, for the account line: both questions at once. */
export async function accountStanding(client: ServiceClient): Promise<AccountView> {
  try {
    const [view] = await Promise.all([standing(client, true), client.health()]);
    return view;
  } catch (error) {
    return failedView(error);
  }
}

async function standing(client: ServiceClient, isBrief: boolean): Promise<AccountView> {
  try {
    return { state: 'connected', facts: factsOf(await client.status(isBrief)) };
  } catch (error) {
    return failedView(error);
  }
}

function factsOf({ client, features }: Awaited<ReturnType<ServiceClient['status']>>): AccountFacts {
  const told = Object.entries(features ?? {}).flatMap(([name, is]) => (is === undefined ? [] : [[name, is] as const]));
  return {
    ...(client?.name !== undefined && { name: client.name }),
    ...(client?.tier !== undefined && { tier: client.tier }),
    ...(client?.permissions && { permissions: client.permissions }),
    ...(told.length > 0 && { features: Object.fromEntries(told) }),
  };
}

/** An error as the account's standing: is the credential refused, or is the service out of reach? */
export function failedView(error: unknown): Extract<AccountView, { state: 'refused' | 'unreachable' }> {
  if (!isAppError(error)) throw error;
  return { state: hasTrait(error.data, 'credential') ? 'refused' : 'unreachable', error: errorDataOf(error) };
}
