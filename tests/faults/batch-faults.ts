import type { BatchItem } from '../sandbox/batch-item.ts';
import type { Behaviour } from '../sandbox/behaviour.ts';
import type { EndpointPath } from '../sandbox/endpoint.ts';
import type { FaultCase, FaultEnd } from './fault-case.ts';

/** The first image of the page is AI, the others are not: so a mistaken place shows. */
const FIRST_IS_AI = [
  { isAI: true, confidence: 0.9 },
  { isAI: false, confidence: 0.1 },
  { isAI: false, confidence: 0.1 },
];

const UNREAD = /^The answer doesn’t look like one from BitMind/;
const ALL_KNOWN = /^3 checked: 1 likely AI-generated, 2 likely not AI-generated$/;

/** Answers to both kinds are read by the same code: these show it. */
const OF_VIDEOS_TOO = ['shuffled', 'short', 'with a place twice', 'without places, short', 'with an error item'];

type Verdicts = NonNullable<FaultEnd['verdicts']>;
type Items = readonly BatchItem[];

/** What is made of the right items, and the verdicts that may be shown then; one request, whatever comes. */
function rearranged(
  name: string,
  rearrange: (items: Items) => readonly unknown[],
  verdicts: Verdicts,
  more: Partial<FaultEnd> = {},
): FaultCase {
  return batch(name, { verdict: FIRST_IS_AI, rearrange }, verdicts, more);
}

function batch(name: string, behaviour: Behaviour, verdicts: Verdicts, more: Partial<FaultEnd> = {}): FaultCase {
  const isWhole = !verdicts.includes(null);
  const end = (path: EndpointPath): FaultEnd => ({
    line: isWhole ? ALL_KNOWN : UNREAD,
    ...(!isWhole && { error: 'unreadable-answer' }),
    verdicts,
    requests: { [path]: 1 },
    ...more,
  });
  return {
    name: `a batch's answer ${name}`,
    script: ({ sandbox, path }) => sandbox.next(path, behaviour),
    ends: { page: end('/batch_image'), ...(OF_VIDEOS_TOO.includes(name) && { videos: end('/batch_video') }) },
  };
}

const without = ({ batch_position: _, ...item }: BatchItem) => item;
const at = (item: BatchItem | undefined, batch_position: unknown) => ({ ...item, batch_position });
const NONE: Verdicts = [null, null, null];
const REFUSED = { error: 'input-refused', line: /^BitMind couldn’t use this file/, button: 'Close' } as const;

/** Every way in which the answers to several can be mixed up: none may be taken for another's. */
export const BATCH_FAULTS: readonly FaultCase[] = [
  rearranged('as it should be', (items) => items, [true, false, false]),
  rearranged('shuffled', ([a, b, c]) => [c, a, b], [true, false, false]),
  rearranged('short', ([a, b]) => [a, b], [true, false, null]),
  rearranged('short, from the end', ([, b, c]) => [c, b], [null, false, false]),
  rearranged('long', (items) => [...items, at(items[0], 3)], [true, false, false]),
  rearranged('long, far beyond', (items) => [...items, at(items[0], 1e9), at(items[0], -1)], [true, false, false]),
  rearranged('with a place twice', ([a, b, c]) => [a, at(b, 0), c], [null, null, false]),
  rearranged('with an item twice', ([a, b, c]) => [a, b, c, a], [null, false, false]),
  rearranged('without places', (items) => items.map(without), [true, false, false]),
  rearranged('without places, short', ([a, b]) => [a, b].flatMap((item) => (item ? [without(item)] : [])), NONE),
  rearranged('without places, long', (items) => [...items, ...items].map(without), NONE),
  rearranged('with one place missing', ([a, b, c]) => [a, b && without(b), c], [true, null, false]),
  rearranged('with places from 1', (items) => items.map((item) => at(item, item.batch_position + 1)), NONE),
  rearranged('with places as text', (items) => items.map((item) => at(item, String(item.batch_position))), NONE),
  rearranged('with a broken place', ([a, b, c]) => [a, at(b, 1.5), c], [true, null, false]),
  rearranged('with a place null', ([a, b, c]) => [a, at(b, null), c], [true, null, false]),
  rearranged(
    'with an error item',
    ([a, b, c]) => [a, { batch_position: b?.batch_position, error: 'damaged' }, c],
    [true, null, false],
    REFUSED,
  ),
  rearranged(
    'of error items alone',
    (items) => items.map(({ batch_position }) => ({ batch_position, error: { message: 'no' } })),
    NONE,
    REFUSED,
  ),
  rearranged('with an item without isAI', ([a, b, c]) => [a, at(undefined, b?.batch_position), c], [true, null, false]),
  rearranged('with isAI as text', ([a, b, c]) => [a, { ...b, isAI: 'false' }, c], [true, null, false]),
  rearranged('with items that are none', ([a]) => [a, null, 'x'], [true, null, null]),
  rearranged('with a confidence of 7', ([a, b, c]) => [{ ...a, confidence: 7 }, b, c], [true, false, false]),
  rearranged('without items', () => [], NONE),
  batch('without a list', { body: { batch_count: 3 } }, NONE),
  batch('with null for a list', { body: { batch_results: null } }, NONE),
  batch('with an object for a list', { body: { batch_results: { 0: { isAI: true } } } }, NONE),
  batch('that is the list itself', { body: [{ isAI: true }, { isAI: true }, { isAI: true }] }, NONE),
  batch('that is that of one image', { body: { isAI: true, confidence: 0.9 } }, NONE),
];
