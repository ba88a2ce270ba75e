import { browser } from '../../core/browser/browser.ts';
import { integer, z } from '../../core/schema.ts';
import { pastedText } from '../../core/service/credential.ts';

// A policy is written by hand: what cannot be used of it is left out, and the rest counts. public/managed-schema.json
// describes the same to Chrome and Edge; tests/repo holds the two together.

const orLeftOut = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);
const text = orLeftOut(z.string().check(z.trim(), z.minLength(1)));
const credential = (field: Parameters<typeof pastedText>[0]) => orLeftOut(pastedText(field).check(z.minLength(1)));
/** What restricts closes unless it says no, however it is written: `"true"` in a file is no slip that opens anything. */
const restriction = z.optional(z.pipe(z.unknown(), z.transform(restricts)));
const wholeNumber = z.pipe(z.transform(numberOf), integer);
const atLeastOne = z.pipe(
  wholeNumber,
  z.transform((most: number) => Math.max(most, 1)),
);
/** What is no text in it stays as an entry that names nothing: a list of what is allowed that is there closes, however it is written. */
const list = z.optional(z.pipe(z.unknown(), z.transform(entries)));

const policySchema = z.object({
  method: orLeftOut(z.enum(['oauth-client', 'oauth-certificate', 'api-key'])),
  clientId: credential('clientId'),
  clientSecret: credential('clientSecret'),
  /** PEM text. */
  certificate: text,
  apiKey: credential('apiKey'),
  serviceAddress: text,
  /** The user may not use another account, nor sign out. */
  lockAccount: restriction,
  /** Days; 0: not at all. */
  keepResultsDays: orLeftOut(wholeNumber.check(z.gte(0))),
  /** Requests with media to the service an hour; of none there is no pause that would end. */
  requestsPerHour: orLeftOut(atLeastOne),
  /** Checks are made on these sites alone. */
  allowedSites: list,
  blockedSites: list,
  /** Images are checked there as they are shown: the user does not choose. */
  automaticSites: list,
  /** Never there; this goes before the other list. */
  noAutomaticSites: list,
  /** The user adds no sites to `automaticSites`. */
  lockAutomaticSites: restriction,
  /** Images that are checked so, an hour. */
  automaticPerHour: orLeftOut(atLeastOne),
  disableScreenCapture: restriction,
  /** No pixels, clips, frames or screen in place of a file. */
  onlyOriginalFiles: restriction,
  /** PEM text: certificates whose signatures of Content Credentials count as known, beside the trust list. */
  credentialAnchors: text,
  /** The services that are offered to look elsewhere (pages/results/services-elsewhere.ts): these alone, once there is a list. */
  lookElsewhere: list,
  /** Where users report a verdict that seems wrong: `https:` or `mailto:`. */
  reportAddress: orLeftOut(z.string().check(z.trim(), z.refine(isReportAddress))),
});

function restricts(value: unknown): boolean | undefined {
  return value === undefined || value === null
    ? undefined
    : !['', '0', 'false', 'no'].includes(`${value}`.toLowerCase());
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
}

function isReportAddress(address: string): boolean {
  return /^(https|mailto):$/.test(URL.parse(address)?.protocol ?? '');
}

function entries(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return [value].flat().map((entry) => (typeof entry === 'string' ? entry : ''));
}

/** What an administrator set, by the names of public/managed-schema.json. */
export type Policy = z.infer<typeof policySchema>;

/** Every name of a policy. */
export const POLICY_NAMES: readonly string[] = Object.keys(policySchema.shape);

/** The policy as it is now; read anew each time, since it may change at any moment. */
export async function readPolicy(): Promise<Policy> {
  let managed: unknown;
  try {
    managed = await browser.storage.managed.get();
  } catch {
    managed = {}; // Firefox: "Managed storage manifest not found", where no administrator set anything.
  }
  return policySchema.parse(managed);
}
