import type { ErrorData } from '../errors/error-data.ts';
import { z } from '../schema.ts';
import type { AccountLabel } from './credential.ts';

/** What `/status` told of an account. */
export const accountFactsSchema = z.object({
  name: z.exactOptional(z.string()),
  tier: z.exactOptional(z.string()),
  permissions: z.exactOptional(z.array(z.string())),
  /** By the service's own names: `image_inference`, `zero_data_retention`, … */
  features: z.exactOptional(z.catchall(z.object({}), z.boolean())),
});
export type AccountFacts = z.infer<typeof accountFactsSchema>;

/** What is known of a sign-in without asking the service. */
interface SignInFacts {
  /** When the certificate ends. Epoch milliseconds. */
  readonly certificateExpiresAt?: number;
  /** The account is kept until the browser closes. */
  readonly endsWithBrowser?: boolean;
  /** The administrator set it. */
  readonly isManaged?: boolean;
}

/** How the account stands: the popup's account line, and what a test of it found. */
export type AccountView =
  | { readonly state: 'signed-out'; readonly error?: ErrorData }
  | { readonly state: 'locked' }
  | ({
      readonly state: 'connected';
      readonly facts: AccountFacts;
      /** How far this computer's clock is off, where that is much; more than 0: ahead. */
      readonly clockOffMinutes?: number;
    } & SignInFacts)
  | ({ readonly state: 'refused' | 'unreachable'; readonly error: ErrorData } & SignInFacts)
  /** Saved at the user's wish although the test failed. */
  | { readonly state: 'untested' };

/** How long signing out can be undone, in milliseconds: the background keeps in memory for as long what that takes. */
export const UNDO_SIGN_OUT_MS = 8_000;

/** A saved account as the options page may see it: no secret. */
export interface SavedAccount extends Partial<AccountLabel> {
  readonly serviceAddress: string;
  /** Its secret can be used now. */
  readonly isOpen: boolean;
  /** Somebody saved an account in this browser, so that signing out means something. */
  readonly isKept: boolean;
  readonly isRemembered: boolean;
  readonly hasPassphrase: boolean;
  /** Its passphrase has not been entered since the browser started. */
  readonly isLocked: boolean;
  /** The fields an administrator set. */
  readonly managed: readonly AccountField[];
  /** PEM text of the certificate an administrator set: the form shows what it says, and no more of it. */
  readonly managedCertificate?: string;
  /** The administrator lets nobody use another account. */
  readonly isLockedByPolicy: boolean;
}

/** A field of the account that an administrator may set. */
export type AccountField = 'method' | 'clientId' | 'clientSecret' | 'certificate' | 'apiKey' | 'serviceAddress';
