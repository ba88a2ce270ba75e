import { type Account, createAccount } from './account.ts';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
} from './sandbox-credentials.ts';

/** The accounts a sandbox has when none are given: one for each way to sign in, all with every permission. */
export const DEFAULT_ACCOUNTS: readonly Account[] = [
  createAccount({ kind: 'api-key', apiKey: SANDBOX_API_KEY }),
  createAccount({ kind: 'oauth', clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET }),
  createAccount({
    kind: 'certificate',
    clientId: SANDBOX_CERTIFICATE_CLIENT_ID,
    certificatePem: SANDBOX_CERTIFICATE_PEM,
  }),
];
