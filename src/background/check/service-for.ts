import type { MediaSender } from '../../core/check/check-desk-parts.ts';
import { isAppError } from '../../core/errors/app-error.ts';
import type { ErrorCode, ErrorData } from '../../core/errors/error-data.ts';

/** The way to the service; or why nobody can be asked there, so that what the file says is all that is looked at. */
export type FoundService = { readonly service: MediaSender } | { readonly unjudged: ErrorData };

/** Without an account that can be used, nothing goes to the service. */
const WITHOUT_ACCOUNT: readonly ErrorCode[] = ['not-signed-in', 'session-ended', 'locked', 'incomplete-policy'];

/** Whether an error says that there is no account that can be used. */
export function isWithoutAccount(error: unknown): boolean {
  return isAppError(error) && WITHOUT_ACCOUNT.includes(error.data.code);
}

/** Waits for the way to the service. Throws what is wrong with an account that is there. */
export async function serviceFor(sender: Promise<MediaSender>): Promise<FoundService> {
  try {
    return { service: await sender };
  } catch (error) {
    if (isAppError(error) && WITHOUT_ACCOUNT.includes(error.data.code)) return { unjudged: error.data };
    throw error;
  }
}
