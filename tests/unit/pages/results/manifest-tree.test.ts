import { beforeEach, expect, it } from 'vitest';
import { manifestParts, partsIn, type TreePart, textOf } from '../../../../src/pages/results/manifest-tree.ts';
import { speakEnglish } from '../../english.ts';

beforeEach(speakEnglish);

const STORE = JSON.stringify({
  active_manifest: 'b',
  manifests: {
    a: { title: 'parent.jpg' },
    b: {
      title: 'child.jpg',
      assertions: [
        { label: 'c2pa.actions', data: { actions: [{ action: 'c2pa.cropped' }] } },
        { label: 'x', kind: 'Json' },
      ],
      ingredients: [{ title: 'parent.jpg' }, {}],
    },
    c: null,
  },
  validation_state: 'Valid',
});

const names = (parts: readonly TreePart[] | undefined) => parts?.map(({ name }) => name);
const inside = (part: TreePart | undefined) => (part ? partsIn(part)?.parts : undefined);

it('every manifest, ingredient and assertion has a name of its own, the file’s manifest first', () => {
  const [child, ...others] = manifestParts(STORE) ?? [];
  expect(names(others)).toEqual(['Manifest: parent.jpg', 'Manifest: c', 'What was checked on this computer']);
  expect(child?.name).toBe('Manifest: child.jpg');
  const [title, assertions, ingredients] = inside(child) ?? [];
  expect(title && textOf(title)).toBe('child.jpg');
  expect(names(inside(assertions))).toEqual(['Assertion: c2pa.actions', 'Assertion: x']);
  expect(names(inside(ingredients))).toEqual(['Ingredient: parent.jpg', 'Ingredient: 2']);
  expect(names(inside(inside(assertions)?.[0]))).toEqual(['actions']);
});

it.each(['', '{', '[]', 'null', '{"manifests": []}', `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
  'what is no manifest store has no parts',
  (json) => {
    expect(manifestParts(json)).toBeUndefined();
  },
);

it('of a part that holds thousands, and of a text that has no end, so much is shown', () => {
  const many = { name: 'many', value: Array.from({ length: 5_000 }, (_, at) => at) };
  const { parts, more } = partsIn(many) ?? { parts: [], more: 0 };
  expect([parts.length, more]).toEqual([200, 4_800]);
  expect(textOf({ name: 'long', value: 'x'.repeat(1_000_000) })).toHaveLength(2_001);
});
