import type { NamedIdentity } from '../../core/media/file-metadata.ts';
import { z } from '../../core/schema.ts';
import { plainText } from './plain-text.ts';
import { isOfIdentity } from './status-codes.ts';

const OF_IDENTITY = /^cawg\.identity(__\d+)?$/;

/** More are not kept: each is shown. */
const MAX_SHOWN = 4;

/** A status of the engine's, and what it is about. */
interface UrlStatus {
  readonly code: string;
  readonly url?: string | undefined;
}

/** An assertion of a manifest. */
interface AnyAssertion {
  readonly label?: string | undefined;
  readonly data?: unknown;
}

const text = z.catch(z.optional(z.string()), undefined);
const left = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

/** What the engine makes of an identity assertion: a certificate's names, or those that an issuer has seen to. */
const identitySchema = z.object({
  signature_info: left(z.object({ issuer: text, common_name: text })),
  issuer: text,
  verifiedIdentities: left(
    z.array(
      z.catch(z.nullable(z.object({ name: text, username: text, provider: left(z.object({ name: text })) })), null),
    ),
  ),
});

/** The identities that a manifest names, with how far they were verified. What fails without saying of which counts for all. */
export function identitiesOf(
  assertions: readonly AnyAssertion[],
  failures: readonly UrlStatus[],
  successes: readonly UrlStatus[],
): NamedIdentity[] {
  return assertions
    .filter(({ label = '' }) => OF_IDENTITY.test(label))
    .slice(0, MAX_SHOWN)
    .map(({ label = '', data }) => {
      const about = (statuses: readonly UrlStatus[]) =>
        statuses.filter(
          ({ code, url }) => isOfIdentity(code) && (!url?.includes('/cawg.identity') || url.endsWith(`/${label}`)),
        );
      const state = stateOf(codes(about(failures)), codes(about(successes)));
      return { ...namesIn(data), state };
    });
}

function codes(statuses: readonly UrlStatus[]): string[] {
  return statuses.map(({ code }) => code);
}

function stateOf(failed: readonly string[], succeeded: readonly string[]): NamedIdentity['state'] {
  const worse = failed.filter((code) => !/untrusted|did_unavailable/.test(code));
  if (worse.length > 0) return 'broken';
  if (failed.some((code) => code.includes('untrusted'))) return 'unlisted';
  if (failed.length > 0) return 'unchecked';
  return succeeded.some((code) => /credential\.trusted|credential_valid/.test(code)) ? 'known' : 'unchecked';
}

function namesIn(assertion: unknown): Omit<NamedIdentity, 'state'> {
  const { signature_info: signature, issuer, verifiedIdentities } = identitySchema.safeParse(assertion).data ?? {};
  const [first] = (verifiedIdentities ?? []).filter((one) => one !== null);
  const name = plainText(first?.name ?? first?.username ?? signature?.issuer ?? signature?.common_name ?? '');
  const by = plainText(first?.provider?.name ?? issuer ?? '');
  return { ...(name && { name }), ...(by && { by }) };
}
