import type { CredentialProblem, CredentialState, Credentials, Ingredient } from '../../core/media/file-metadata.ts';
import { z } from '../../core/schema.ts';
import { identitiesOf, isOfIdentity } from './identities-of.ts';
import { plainText } from './plain-text.ts';
import { claimOf, sourceTerm } from './source-terms.ts';

// What c2pa-rs writes of a manifest store, as far as it is shown. Everything in it was written by whoever signed, and may be
// missing or of any form.

const left = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);
const text = left(z.string());
const list = <T extends z.ZodMiniType>(schema: T) =>
  z.catch(z.optional(z.array(z.catch(z.nullable(schema), null))), undefined);

const statusSchema = z.object({ code: z.string(), url: text });
const statusesSchema = z.object({ success: list(statusSchema), failure: list(statusSchema) });
const resultsSchema = z.object({
  activeManifest: left(statusesSchema),
  ingredientDeltas: list(z.object({ ingredientAssertionURI: text, validationDeltas: left(statusesSchema) })),
});

const actionSchema = z.object({ action: text, digitalSourceType: text });

const actionsSchema = z.object({ actions: list(actionSchema) });

const manifestSchema = z.object({
  claim_generator: text,
  claim_generator_info: list(z.object({ name: text, version: text })),
  signature_info: left(z.object({ issuer: text, common_name: text, time: text })),
  assertions: list(z.object({ label: text, data: z.unknown() })),
  ingredients: list(
    z.object({ title: text, label: text, active_manifest: text, validation_results: left(resultsSchema) }),
  ),
});

const storeSchema = z.object({
  active_manifest: text,
  manifests: z.catch(z.record(z.string(), z.catch(z.nullable(manifestSchema), null)), {}),
  validation_state: text,
  validation_results: left(resultsSchema),
});

type Store = z.infer<typeof storeSchema>;
type Manifest = z.infer<typeof manifestSchema>;
type Status = z.infer<typeof statusSchema>;

/** Says that the signer leads to no anchor, and nothing worse. */
const UNTRUSTED = 'signingCredential.untrusted';

/** More are not kept: each is shown. */
const MAX_SHOWN = 12;

/** Manifests that are looked through for what went into a file. */
const MAX_MANIFESTS = 200;

/** The short form of a manifest store as c2pa-rs writes it in JSON. What is none of the kind is broken. */
export function credentialsOf(json: string): Credentials {
  const store = storeSchema.safeParse(parsed(json)).data;
  const active = store?.manifests[store.active_manifest ?? ''];
  if (!store || !active) return { state: 'broken', problems: ['other'] };
  const results = store.validation_results;
  const failures = [
    ...codes(results?.activeManifest?.failure),
    ...present(results?.ingredientDeltas).flatMap(({ validationDeltas }) => codes(validationDeltas?.failure)),
  ];
  const problems = failures.filter(isProblem);
  const state = stateOf(store, failures);
  const { signature_info: signature } = active;
  const signer = plainText(signature?.issuer ?? signature?.common_name ?? '');
  const signedAt = Date.parse(signature?.time ?? '');
  const tool = toolOf(active);
  const actions = unique(actionsOf(active).map(({ action }) => plainText(action ?? '')));
  const ingredients = ingredientsOf(active, results);
  const sources = sourcesOf(active);
  const identities = identitiesOf(
    present(active.assertions),
    present(results?.activeManifest?.failure),
    present(results?.activeManifest?.success),
  );
  const says = claimOf(sources);
  const ingredientsSay = claimOf(manifestsBelow(active, store.manifests).flatMap(sourcesOf));
  return {
    state,
    ...(signer && { signer }),
    ...(Number.isFinite(signedAt) && {
      signedAt,
      isTimeProven: codes(results?.activeManifest?.success).includes('timeStamp.trusted'),
    }),
    ...(tool && { tool }),
    ...(actions.length > 0 && { actions }),
    ...(ingredients.length > 0 && { ingredients }),
    ...(sources.length > 0 && { sources }),
    ...(says && { says }),
    ...(ingredientsSay && { ingredientsSay }),
    ...(identities.length > 0 && { identities }),
    ...(state === 'broken' && { problems: [...new Set(problems.map(credentialProblem))] }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * The engine's word counts, unless what it lists says worse. Of credentials whose identities alone do not match it says "Invalid": then
 * its list counts, which has to say that the signature holds.
 */
function stateOf(
  { validation_state: word, validation_results: results }: Store,
  failures: readonly string[],
): CredentialState {
  if (failures.some(isProblem)) return 'broken';
  const succeeded = codes(results?.activeManifest?.success);
  const isIdentityAlone = failures.some(isOfIdentity) && succeeded.includes('claimSignature.validated');
  if (word !== 'Trusted' && word !== 'Valid' && !isIdentityAlone) return 'broken';
  const isTrusted = word === 'Trusted' || (isIdentityAlone && succeeded.includes('signingCredential.trusted'));
  return isTrusted && !codes(results?.activeManifest?.failure).includes(UNTRUSTED) ? 'valid' : 'unlisted';
}

/** Whether it says that something was changed. Who signed, or who made it, may be unknown without that. */
function isProblem(code: string): boolean {
  return code !== UNTRUSTED && !isOfIdentity(code);
}

function toolOf({ claim_generator_info: info, claim_generator: generator }: Manifest): string {
  const [first] = present(info);
  return plainText(first?.name ? [first.name, first.version ?? ''].join(' ') : (generator ?? ''));
}

function actionsOf({ assertions }: Manifest): readonly z.infer<typeof actionSchema>[] {
  return present(assertions)
    .filter(({ label }) => label?.startsWith('c2pa.actions'))
    .flatMap(({ data }) => present(actionsSchema.safeParse(data).data?.actions));
}

function sourcesOf(manifest: Manifest): string[] {
  return unique(actionsOf(manifest).map(({ digitalSourceType }) => sourceTerm(digitalSourceType ?? '') ?? ''));
}

function ingredientsOf(active: Manifest, results: z.infer<typeof resultsSchema> | undefined): Ingredient[] {
  return present(active.ingredients)
    .slice(0, MAX_SHOWN)
    .map(({ title, label, active_manifest: manifest, validation_results: recorded }) => {
      const delta = present(results?.ingredientDeltas).find(({ ingredientAssertionURI: uri }) =>
        uri?.endsWith(`/${label}`),
      );
      const failed = [...codes(recorded?.activeManifest?.failure), ...codes(delta?.validationDeltas?.failure)];
      const isBroken = failed.some(isProblem);
      const shown = plainText(title ?? '');
      return { ...(shown && { title: shown }), state: isBroken ? 'broken' : manifest ? 'checked' : 'none' };
    });
}

/** The manifests of what went into a file, and into that; each once. */
function manifestsBelow(active: Manifest, manifests: Readonly<Record<string, Manifest | null>>): Manifest[] {
  const seen = new Set<Manifest>([active]);
  for (const { ingredients } of seen) {
    for (const { active_manifest: label } of present(ingredients)) {
      const manifest = manifests[label ?? ''];
      if (manifest && seen.size < MAX_MANIFESTS) seen.add(manifest);
    }
  }
  seen.delete(active);
  return [...seen];
}

function codes(statuses: readonly (Status | null)[] | undefined): string[] {
  return present(statuses).map(({ code }) => code);
}

function present<T>(items: readonly (T | null)[] | undefined): readonly T[] {
  return (items ?? []).filter((item) => item !== null);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((one) => one !== ''))].slice(0, MAX_SHOWN);
}

/** By codes of C2PA (specification 2.2, section 15.2.2). */
const BY_CODE: readonly (readonly [RegExp, CredentialProblem])[] = [
  [/(dataHash|bmffHash|boxesHash|collectionHash)\.mismatch$/, 'content'],
  [/^claimSignature\./, 'signature'],
  [/hashedURI\.mismatch$|^assertion\.missing$/, 'part'],
  [/^signingCredential\.expired$/, 'expired'],
  [/revoked$/, 'revoked'],
  [/^signingCredential\./, 'certificate'],
];

/** What a code of C2PA says. */
function credentialProblem(code: string): CredentialProblem {
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
