import type { PngText } from './png-text.ts';

/** How a picture generator signs its PNGs. */
interface GeneratorTag {
  readonly generator: string;
  readonly matches: (text: PngText) => boolean;
}

/** The generators known here, each by what its own source code writes. */
const GENERATOR_TAGS: readonly GeneratorTag[] = [
  {
    generator: 'Stable Diffusion web UI',
    matches: ({ keyword, text }) => keyword === 'parameters' && /\bSteps: \d+/.test(text),
  },
  {
    generator: 'ComfyUI',
    matches: ({ keyword, text }) => (keyword === 'prompt' || keyword === 'workflow') && isJsonObject(text),
  },
  {
    generator: 'InvokeAI',
    matches: ({ keyword }) =>
      ['Dream', 'sd-metadata', 'invokeai_metadata', 'invokeai_graph', 'invokeai_workflow'].includes(keyword),
  },
  { generator: 'NovelAI', matches: ({ keyword, text }) => keyword === 'Software' && text === 'NovelAI' },
];

/** The generator that signed a PNG; undefined when none did. */
export function findGeneratorTag(texts: readonly PngText[]): string | undefined {
  return GENERATOR_TAGS.find(({ matches }) => texts.some(matches))?.generator;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
