import type { Ingredient } from '../../core/media/file-metadata.ts';
import {
  actionCodes,
  codes,
  MAX_SHOWN,
  type Manifest,
  type ManifestIngredient,
  type ManifestStore,
  present,
  signerOf,
} from './manifest-store.ts';
import { plainText } from './plain-text.ts';
import { sourcesOf } from './source-terms.ts';
import { isProblem } from './status-codes.ts';

/** Manifests that are looked through for what went into a file. */
const MAX_MANIFESTS = 200;

/** Generations before the file's parent that are shown. */
const MAX_EARLIER = 3;

const RELATIONS: Readonly<Record<string, Ingredient['relation']>> = {
  parentOf: 'parent',
  componentOf: 'component',
  inputTo: 'input',
};

/** Gives the number by which a picture is known that a manifest names; undefined where no more are taken. */
export type NumberPicture = (uri: string | undefined) => number | undefined;

/** What went into a file. */
export function ingredientsOf(active: Manifest, store: ManifestStore, numberPicture: NumberPicture): Ingredient[] {
  return present(active.ingredients)
    .slice(0, MAX_SHOWN)
    .map((ingredient) => shownIngredient(ingredient, store, numberPicture));
}

/** What the parent of a file was edited from, and that: the parent itself is among the ingredients. */
export function earlierThan(active: Manifest, store: ManifestStore, numberPicture: NumberPicture): Ingredient[] {
  const seen = new Set([active]);
  const found: Ingredient[] = [];
  let manifest = manifestOf(parentIn(active), store);
  while (manifest && !seen.has(manifest) && found.length < MAX_EARLIER) {
    seen.add(manifest);
    const parent = parentIn(manifest);
    if (parent) found.push(shownIngredient(parent, store, numberPicture));
    manifest = manifestOf(parent, store);
  }
  return found;
}

/** The manifests of what went into a file, and into that; each once. */
export function manifestsBelow(active: Manifest, store: ManifestStore): Manifest[] {
  const seen = new Set([active]);
  for (const { ingredients } of seen) {
    for (const ingredient of present(ingredients)) {
      const manifest = manifestOf(ingredient, store);
      if (manifest && seen.size < MAX_MANIFESTS) seen.add(manifest);
    }
  }
  seen.delete(active);
  return [...seen];
}

function parentIn({ ingredients }: Manifest): ManifestIngredient | undefined {
  return present(ingredients).find(({ relationship }) => relationship === 'parentOf');
}

function manifestOf(ingredient: ManifestIngredient | undefined, { manifests }: ManifestStore): Manifest | undefined {
  const label = ingredient?.active_manifest ?? '';
  return Object.hasOwn(manifests, label) ? (manifests[label] ?? undefined) : undefined;
}

function shownIngredient(
  ingredient: ManifestIngredient,
  store: ManifestStore,
  numberPicture: NumberPicture,
): Ingredient {
  const {
    title,
    label,
    relationship = '',
    thumbnail,
    active_manifest: itsLabel,
    validation_results: recorded,
  } = ingredient;
  const delta = present(store.validation_results?.ingredientDeltas).find(({ ingredientAssertionURI: uri }) =>
    uri?.endsWith(`/${label}`),
  );
  const failed = [...codes(recorded?.activeManifest?.failure), ...codes(delta?.validationDeltas?.failure)];
  const shown = plainText(title ?? '');
  const manifest = manifestOf(ingredient, store);
  const relation = Object.hasOwn(RELATIONS, relationship) ? RELATIONS[relationship] : undefined;
  const signer = manifest && signerOf(manifest);
  const actions = manifest ? actionCodes(manifest) : [];
  const sources = manifest ? sourcesOf(manifest) : [];
  const picture = numberPicture(thumbnail?.identifier);
  return {
    ...(shown && { title: shown }),
    state: failed.some(isProblem) ? 'broken' : itsLabel ? 'checked' : 'none',
    ...(relation && { relation }),
    ...(signer && { signer }),
    ...(actions.length > 0 && { actions }),
    ...(sources.length > 0 && { sources }),
    ...(picture !== undefined && { picture }),
  };
}
