import { type MessageKey, translate } from '../../core/i18n.ts';
import type { FileMetadata, Ingredient } from '../../core/media/file-metadata.ts';
import type { FileMetadataView } from '../../core/protocol/panel-view.ts';
import { dayText, momentText } from '../../core/words/numbers.ts';
import { listed } from './listed.ts';
import { actionText, sourceTermText } from './provenance-terms.ts';
import { TRUST_LIST_ISSUED } from './trust-list-issued.ts';

const INGREDIENT_WORDS: Record<Exclude<Ingredient['state'], 'none'>, MessageKey> = {
  checked: 'ingredientSigned',
  broken: 'ingredientBroken',
};

/** Names and values: what the credentials hold, then the plain facts. */
export function fileMetadataFacts({
  credentials,
  notes,
  facts,
}: Exclude<FileMetadata, { unread: unknown }>): FileMetadataView['facts'] {
  const { state, signer, signedAt, isTimeProven, tool, actions = [], ingredients = [], sources = [] } = credentials;
  const terms = [...sources, ...notes.flatMap((note) => (note.kind === 'source' ? [note.term] : []))];
  const isTrustJudged = state === 'valid' || state === 'unlisted';
  const rows: readonly (readonly [MessageKey, string | undefined])[] = [
    ['factSigner', signer],
    [isTimeProven ? 'factSignedProven' : 'factSigned', signedAt === undefined ? undefined : momentText(signedAt)],
    ['factTool', tool],
    ['factActions', listed([...new Set(actions.map(actionText))])],
    ['factIngredients', listed(ingredients.map(ingredientText))],
    ['factSource', listed([...new Set(terms)].map(sourceTermText))],
    ['factTrustList', isTrustJudged ? dayText(Date.parse(TRUST_LIST_ISSUED)) : undefined],
    ['factSoftware', listed([...new Set([facts.software, facts.creatorTool])].filter((name) => name !== undefined))],
    ['factCamera', cameraText(facts.make, facts.model)],
    ['factTaken', facts.takenAt],
  ];
  return rows.flatMap(([name, value]) => (value ? [[translate(name), value] as const] : []));
}

function ingredientText({ title = translate('ingredientUntitled'), state }: Ingredient): string {
  return state === 'none' ? title : translate(INGREDIENT_WORDS[state], title);
}

/** Models often begin with their maker. */
function cameraText(make = '', model = ''): string {
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim();
}
