import { z } from '../schema.ts';

/** What proves to BitMind who is asking. */
const credentialSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('oauth-client'), clientId: z.string(), clientSecret: z.string() }),
  z.object({ method: z.literal('api-key'), apiKey: z.string() }),
]);
export type Credential = z.infer<typeof credentialSchema>;
export type SignInMethod = Credential['method'];

/** An account: where the service is, and the credential for it. */
export const accountSchema = z.object({ serviceAddress: z.string(), credential: credentialSchema });
export type Account = z.infer<typeof accountSchema>;

/** The service BitMind runs. */
export const DEFAULT_SERVICE_ADDRESS = 'https://enterprise.bitmind.ai';

/** Keys of the Enterprise API start so; others belong to BitMind's standard API and get 401 here. */
const ENTERPRISE_KEY_PREFIX = 'enterprise-';

/** Whether a key can belong to the Enterprise API at all. */
export function isEnterpriseKey(apiKey: string): boolean {
  return apiKey.startsWith(ENTERPRISE_KEY_PREFIX);
}
