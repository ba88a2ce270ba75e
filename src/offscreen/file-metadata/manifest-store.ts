import { z } from '../../core/schema.ts';
import { plainText } from './plain-text.ts';

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
const actionsSchema = z.object({ actions: list(actionSchema), allActionsIncluded: left(z.boolean()) });

const pictureSchema = left(z.object({ identifier: text }));

const manifestSchema = z.object({
  title: text,
  thumbnail: pictureSchema,
  claim_generator: text,
  claim_generator_info: list(z.object({ name: text, version: text })),
  signature_info: left(z.object({ issuer: text, common_name: text, time: text })),
  assertions: list(z.object({ label: text, data: z.unknown() })),
  redactions: list(z.string()),
  ingredients: list(
    z.object({
      title: text,
      label: text,
      relationship: text,
      thumbnail: pictureSchema,
      active_manifest: text,
      validation_results: left(resultsSchema),
    }),
  ),
});

const storeSchema = z.object({
  active_manifest: text,
  manifests: z.catch(z.record(z.string(), z.catch(z.nullable(manifestSchema), null)), {}),
  validation_state: text,
  validation_results: left(resultsSchema),
});

export type ManifestStore = z.infer<typeof storeSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestIngredient = NonNullable<NonNullable<Manifest['ingredients']>[number]>;
type Status = z.infer<typeof statusSchema>;

/** More of one kind are not kept: each is shown. */
export const MAX_SHOWN = 12;

/** A manifest store as c2pa-rs writes it in JSON; undefined for what is none. */
export function parseManifestStore(json: string): ManifestStore | undefined {
  try {
    return storeSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** What the actions assertions of a manifest hold. */
export function actionsIn({ assertions }: Manifest): readonly z.infer<typeof actionsSchema>[] {
  return present(assertions)
    .filter(({ label }) => label?.startsWith('c2pa.actions'))
    .flatMap(({ data }) => actionsSchema.safeParse(data).data ?? []);
}

/** The actions of a manifest, each once, in their order. */
export function actionCodes(manifest: Manifest): string[] {
  return shownOnce(actionsIn(manifest).flatMap(({ actions }) => present(actions).map(({ action }) => action ?? '')));
}

/** Organisation of the signer's certificate, else its name. */
export function signerOf({ signature_info: signature }: Manifest): string {
  return plainText(signature?.issuer ?? signature?.common_name ?? '');
}

export function codes(statuses: readonly (Status | null)[] | undefined): string[] {
  return present(statuses).map(({ code }) => code);
}

/** Those of a list that are of its form. */
export function present<T>(items: readonly (T | null)[] | undefined): readonly T[] {
  return (items ?? []).filter((item) => item !== null);
}

/** Texts as they may be shown, each once, no more than are. */
export function shownOnce(texts: readonly string[]): string[] {
  return [...new Set(texts.map(plainText).filter((one) => one !== ''))].slice(0, MAX_SHOWN);
}
