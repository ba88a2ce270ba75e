import { type ESTree, parseSync, Visitor } from 'vite';

/** Attributes of elements that people read or hear. */
const READ_ALOUD = [
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
];

/** What a TSX source says to people in words of its own, where it should ask `translate` for them. */
export function hardCodedTexts(source: string): string[] {
  const found: string[] = [];
  new Visitor({
    JSXElement({ openingElement, children }) {
      found.push(...openingElement.attributes.flatMap(textOfAttribute), ...children.flatMap(textOfChild));
    },
    JSXFragment: ({ children }) => void found.push(...children.flatMap(textOfChild)),
  }).visit(parseSync('source.tsx', source).program);
  return found.filter((text) => /\p{Letter}/u.test(text)).map((text) => text.trim());
}

function textOfAttribute(attribute: ESTree.JSXAttributeItem): string[] {
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return [];
  const { name, value } = attribute;
  // A name alone is the key of a text, which a component of ours translates.
  const isKey = value?.type === 'Literal' && /^[a-z]+[A-Z]\w*$/.test(value.value);
  return READ_ALOUD.includes(name.name) && value?.type === 'Literal' && !isKey && value.value !== ''
    ? [`${name.name}="${value.value}"`]
    : [];
}

function textOfChild(child: ESTree.JSXChild): string[] {
  if (child.type === 'JSXText') return [child.value];
  if (child.type !== 'JSXExpressionContainer') return [];
  const { expression } = child;
  if (expression.type === 'Literal') return [String(expression.value)];
  return expression.type === 'TemplateLiteral' ? expression.quasis.map(({ value }) => value.raw) : [];
}
