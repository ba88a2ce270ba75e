import type { CredentialState, Credentials } from '../../core/media/file-metadata.ts';
import { identitiesOf } from './identities-of.ts';
import { earlierThan, ingredientsOf, manifestsBelow, type NumberPicture } from './ingredients-of.ts';
import {
  actionCodes,
  actionsIn,
  codes,
  type Manifest,
  type ManifestStore,
  parseManifestStore,
  present,
  shownOnce,
  signerOf,
} from './manifest-store.ts';
import { plainText } from './plain-text.ts';
import { claimOf, sourcesOf } from './source-terms.ts';
import { credentialProblem, isOfIdentity, isProblem, UNTRUSTED } from './status-codes.ts';

/** Most pictures of a manifest store that are shown. */
const MAX_PICTURES = 8;

/** The short form of a manifest store, and where it keeps the pictures that are shown with that, by their numbers. */
export interface ShortCredentials {
  readonly credentials: Credentials;
  readonly pictureUris: readonly string[];
}

/** The short form of a manifest store as c2pa-rs writes it in JSON. What is none of the kind is broken. */
export function credentialsOf(json: string): ShortCredentials {
  const store = parseManifestStore(json);
  const active = store?.manifests[store.active_manifest ?? ''];
  if (!store || !active) return { credentials: { state: 'broken', problems: ['other'] }, pictureUris: [] };
  const uris = new Set<string>();
  const numberPicture: NumberPicture = (uri) => {
    if (uri !== undefined && uris.size < MAX_PICTURES) uris.add(uri);
    const number = [...uris].indexOf(uri ?? '');
    return number < 0 ? undefined : number;
  };
  const credentials = { ...signatureOf(active, store), ...claimsOf(active, store, numberPicture) };
  return { credentials, pictureUris: [...uris] };
}

/** Whether they hold, who signed them and when. */
function signatureOf(active: Manifest, store: ManifestStore): Credentials {
  const results = store.validation_results;
  const own = results?.activeManifest;
  const failures = [
    ...codes(own?.failure),
    ...present(results?.ingredientDeltas).flatMap(({ validationDeltas }) => codes(validationDeltas?.failure)),
  ];
  const state = stateOf(store, failures);
  const signer = signerOf(active);
  const signedAt = Date.parse(active.signature_info?.time ?? '');
  const identities = identitiesOf(present(active.assertions), present(own?.failure), present(own?.success));
  return {
    state,
    ...(signer && { signer }),
    ...(Number.isFinite(signedAt) && { signedAt, isTimeProven: codes(own?.success).includes('timeStamp.trusted') }),
    ...(identities.length > 0 && { identities }),
    ...(state === 'broken' && { problems: [...new Set(failures.filter(isProblem).map(credentialProblem))] }),
  };
}

/** What they say. */
function claimsOf(active: Manifest, store: ManifestStore, numberPicture: NumberPicture): Omit<Credentials, 'state'> {
  const picture = numberPicture(active.thumbnail?.identifier);
  const tool = toolOf(active);
  const actions = actionCodes(active);
  const ingredients = ingredientsOf(active, store, numberPicture);
  const earlier = earlierThan(active, store, numberPicture);
  const below = manifestsBelow(active, store);
  const redacted = shownOnce([active, ...below].flatMap(({ redactions }) => present(redactions).map(labelIn)));
  const areAll = actionsIn(active).map(({ allActionsIncluded }) => allActionsIncluded);
  const hasAllSteps = areAll.includes(false) ? false : areAll.includes(true) || undefined;
  const sources = sourcesOf(active);
  const says = claimOf(sources);
  const ingredientsSay = claimOf(below.flatMap(sourcesOf));
  return {
    ...(picture !== undefined && { picture }),
    ...(tool && { tool }),
    ...(actions.length > 0 && { actions }),
    ...(hasAllSteps !== undefined && { hasAllSteps }),
    ...(redacted.length > 0 && { redacted }),
    ...(ingredients.length > 0 && { ingredients }),
    ...(earlier.length > 0 && { earlier }),
    ...(sources.length > 0 && { sources }),
    ...(says && { says }),
    ...(ingredientsSay && { ingredientsSay }),
  };
}

/**
 * The engine's word counts, unless what it lists says worse. Of credentials whose identities alone do not match it says "Invalid": then
 * its list counts, which has to say that the signature holds.
 */
function stateOf(
  { validation_state: word, validation_results: results }: ManifestStore,
  failures: readonly string[],
): CredentialState {
  if (failures.some(isProblem)) return 'broken';
  const succeeded = codes(results?.activeManifest?.success);
  const isIdentityAlone = failures.some(isOfIdentity) && succeeded.includes('claimSignature.validated');
  if (word !== 'Trusted' && word !== 'Valid' && !isIdentityAlone) return 'broken';
  const isTrusted = word === 'Trusted' || (isIdentityAlone && succeeded.includes('signingCredential.trusted'));
  return isTrusted && !codes(results?.activeManifest?.failure).includes(UNTRUSTED) ? 'valid' : 'unlisted';
}

function toolOf({ claim_generator_info: info, claim_generator: generator }: Manifest): string {
  const [first] = present(info);
  return plainText(first?.name ? [first.name, first.version ?? ''].join(' ') : (generator ?? ''));
}

/** The name of an assertion, at the end of its address. */
function labelIn(uri: string): string {
  return uri.replace(/^.*\//s, '');
}
