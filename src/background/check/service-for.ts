import type { MediaSender } from '../../core/check/check-desk-parts.ts';
import { isErrorWith } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';

/** The way to the service; or why nobody can be asked there, so that what the file says is all that is looked at. */
export type FoundService = { readonly service: MediaSender } | { readonly unjudged: ErrorData };

/** Whether an error says that there is no account that can be used. */
export function isWithoutAccount(error: unknown): boolean {
  return isErrorWith(error, 'no-account');
}

/** Waits for the way to the service. Throws what is wrong with an account that is there. */
export async function serviceFor(sender: Promise<MediaSender>): Promise<FoundService> {
  try {
    return { service: await sender };
  } catch (error) {
    if (isErrorWith(error, 'no-account')) return { unjudged: error.data };
    throw error;
  }
}
