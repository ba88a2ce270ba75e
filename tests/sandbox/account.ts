/** What an account may be allowed to do, in the words `/status` uses. */
export type Permission = 'image_inference' | 'video_inference' | 'batch_processing';

/** How an account proves itself. A certificate stands in for the client secret. */
export type AccountCredential =
  | { readonly kind: 'api-key'; readonly apiKey: string }
  | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'certificate'; readonly clientId: string; readonly certificatePem: string };

/** A customer of the sandbox. */
export interface Account {
  readonly name: string;
  readonly tier: string;
  readonly permissions: readonly Permission[];
  readonly credential: AccountCredential;
}

/** Every permission there is. */
export const ALL_PERMISSIONS: readonly Permission[] = ['image_inference', 'video_inference', 'batch_processing'];

/** An account of the sandbox that may do everything unless told otherwise. */
export function createAccount(
  credential: AccountCredential,
  permissions: readonly Permission[] = ALL_PERMISSIONS,
): Account {
  return { name: 'Sandbox', tier: 'enterprise', permissions, credential };
}
