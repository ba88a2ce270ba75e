import type { ErrorData } from '../errors/error-data.ts';
import type { SignInMethod } from './credential.ts';

/** How the account stands: the popup's account line, and what a test of it found. */
export type AccountView =
  | { readonly state: 'signed-out' }
  | {
      readonly state: 'connected';
      readonly name?: string;
      readonly tier?: string;
      readonly permissions?: readonly string[];
    }
  | { readonly state: 'refused' | 'unreachable'; readonly error: ErrorData };

/** A saved account as the options page may see it: no secret. */
export interface SavedAccount {
  readonly serviceAddress: string;
  readonly method?: SignInMethod;
  readonly clientId?: string;
}
