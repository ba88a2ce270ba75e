import { z } from '../schema.ts';

/** What people are told of a certificate. */
const certificateSummarySchema = z.object({
  /** Distinguished names, like `CN=desk, O=Example`. */
  subject: z.string(),
  issuer: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
export type CertificateSummary = z.infer<typeof certificateSummarySchema>;

/** What proves to BitMind who is asking. */
const credentialSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('oauth-client'), clientId: z.string(), clientSecret: z.string() }),
  z.object({
    method: z.literal('oauth-certificate'),
    clientId: z.string(),
    /** Blocks of PEM text, as `certificateBlocks` gives them. It stands in for the client secret, and is kept like one. */
    certificatePem: z.string(),
    /** Left out where nobody read it: in a policy. */
    certificate: z.exactOptional(certificateSummarySchema),
  }),
  z.object({ method: z.literal('api-key'), apiKey: z.string() }),
]);
export type Credential = z.infer<typeof credentialSchema>;
export type SignInMethod = Credential['method'];

/** An account: where the service is, and the credential for it. */
export const accountSchema = z.object({ serviceAddress: z.string(), credential: credentialSchema });
export type Account = z.infer<typeof accountSchema>;

/** What of an account may be shown and be kept without protection: no secret. */
export const accountLabelSchema = z.object({
  serviceAddress: z.string(),
  method: z.enum(['oauth-client', 'oauth-certificate', 'api-key']),
  clientId: z.exactOptional(z.string()),
  certificate: z.exactOptional(certificateSummarySchema),
});
export type AccountLabel = z.infer<typeof accountLabelSchema>;

/** The label of an account. */
export function labelOf({ serviceAddress, credential }: Account): AccountLabel {
  const { method } = credential;
  return {
    serviceAddress,
    method,
    ...(method !== 'api-key' && { clientId: credential.clientId }),
    ...(method === 'oauth-certificate' && credential.certificate && { certificate: credential.certificate }),
  };
}

/** The part of a credential that must never be shown. */
export function secretOf(credential: Credential): string {
  switch (credential.method) {
    case 'oauth-client':
      return credential.clientSecret;
    case 'oauth-certificate':
      return credential.certificatePem;
    case 'api-key':
      return credential.apiKey;
  }
}

/** The service BitMind runs. */
export const DEFAULT_SERVICE_ADDRESS = 'https://enterprise.bitmind.ai';

/** Keys of the Enterprise API start so; others belong to BitMind's standard API and get 401 here. */
const ENTERPRISE_KEY_PREFIX = 'enterprise-';

/** What a header can hold of a credential: a key copied from a page may bring invisible characters along. */
const HEADER_TEXT = /^[\x20-\x7e]*$/;

/** Whether a key can be sent at all. */
export function isSendableKey(apiKey: string): boolean {
  return HEADER_TEXT.test(apiKey);
}

/** Whether a key can belong to the Enterprise API at all. */
export function isEnterpriseKey(apiKey: string): boolean {
  return apiKey.startsWith(ENTERPRISE_KEY_PREFIX);
}
