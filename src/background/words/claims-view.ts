import { type MessageKey, translate } from '../../core/i18n.ts';
import type { Credentials, Ingredient } from '../../core/media/file-metadata.ts';
import type { ClaimsView } from '../../core/protocol/panel-view.ts';
import { momentText } from '../../core/words/numbers.ts';
import { listed } from './listed.ts';
import { actionText, sourceTermText } from './provenance-terms.ts';

type Link = ClaimsView['chain'][number];
type Pictures = readonly (Blob | undefined)[];

const RELATION_WORDS: Record<NonNullable<Ingredient['relation']>, MessageKey> = {
  parent: 'chainParent',
  component: 'chainComponent',
  input: 'chainInput',
};

/** What Content Credentials say, from the file back to what it was made from; undefined where they say nothing of that. */
export function claimsView(credentials: Credentials, pictures: Pictures): ClaimsView | undefined {
  const { state, signer, signedAt, isTimeProven, tool, actions = [], sources = [] } = credentials;
  const { ingredients = [], earlier = [], picture } = credentials;
  if (state === 'none' || state === 'remote') return undefined;
  const facts: readonly (readonly [MessageKey, string | undefined])[] = [
    ['factSigner', signer],
    [isTimeProven ? 'factSignedProven' : 'factSigned', signedAt === undefined ? undefined : momentText(signedAt)],
    ['factTool', tool],
    ['factSource', listed(sources.map(sourceTermText))],
  ];
  const chain = [
    linkOf(translate('chainThis'), [stepsText(actions)], pictures[picture ?? -1]),
    ...ingredients.map((one) => ingredientLink(RELATION_WORDS[one.relation ?? 'component'], one, pictures)),
    ...earlier.map((one) => ingredientLink('chainEarlier', one, pictures)),
  ];
  return {
    // Of what does not match nobody can say who claims it.
    ...(state === 'broken' && { title: translate('claimsShow') }),
    chain: chain.length > 1 || chain[0]?.lines.length || chain[0]?.picture ? chain : [],
    lines: gapLines(credentials).map((words) => ({ words, tone: 'quiet' })),
    facts: facts.flatMap(([name, value]) => (value ? [[translate(name), value] as const] : [])),
  };
}

/** What is not recorded, or no longer. */
function gapLines({ actions = [], hasAllSteps, redacted = [] }: Credentials): string[] {
  const unrecorded = hasAllSteps === false ? 'claimsStepsMissing' : 'claimsStepsUnsaid';
  return [
    ...(redacted.length > 0 ? [translate('claimsRedacted', listed(redacted))] : []),
    ...(actions.length > 0 && !hasAllSteps ? [translate(unrecorded)] : []),
  ];
}

function ingredientLink(
  words: MessageKey,
  { title = translate('ingredientUntitled'), state, signer, actions = [], sources = [], picture }: Ingredient,
  pictures: Pictures,
): Link {
  const lines = [
    ...(state === 'none' ? [translate('chainUnsigned')] : []),
    ...(state === 'broken' ? [translate('chainBroken')] : []),
    ...(signer ? [translate('chainSigner', signer)] : []),
    stepsText(actions),
    listed(sources.map(sourceTermText)),
  ];
  return linkOf(translate(words, title), lines, pictures[picture ?? -1]);
}

function stepsText(actions: readonly string[]): string {
  return listed([...new Set(actions.map(actionText))]);
}

function linkOf(words: string, lines: readonly string[], picture: Blob | undefined): Link {
  return { words, lines: lines.filter((line) => line !== ''), ...(picture && { picture }) };
}
