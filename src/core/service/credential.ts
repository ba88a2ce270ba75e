import { z } from '../schema.ts';
import { type CredentialText, pastedCredential } from './pasted-credential.ts';

/** What people are told of a certificate. */
const certificateSummarySchema = z.object({
  /** Distinguished names, like `CN=desk, O=Example`. */
  subject: z.string(),
  issuer: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
export type CertificateSummary = z.infer<typeof certificateSummarySchema>;

/** A text as somebody pasted it, made the value that was meant. */
export function pastedText(field: CredentialText) {
  return z.pipe(
    z.string(),
    z.transform((text: string) => pastedCredential(field, text)),
  );
}

/** What proves to BitMind who is asking. */
const credentialSchema = z.union([
  z.object({
    method: z.literal('oauth-client'),
    clientId: pastedText('clientId'),
    clientSecret: pastedText('clientSecret'),
  }),
  z.object({
    method: z.literal('oauth-certificate'),
    clientId: pastedText('clientId'),
    /** Blocks of PEM text, as `certificateBlocks` gives them. It stands in for the client secret, and is kept like one. */
    certificatePem: z.string(),
    /** Left out where nobody read it: in a policy. */
    certificate: z.exactOptional(certificateSummarySchema),
  }),
  z.object({ method: z.literal('api-key'), apiKey: pastedText('apiKey') }),
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
