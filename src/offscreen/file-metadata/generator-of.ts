import type { NamedText } from './metadata-blocks.ts';

interface Trace {
  /** As its makers call it. */
  readonly generator: string;
  /** Name of the text: a PNG keyword, a field of Exif. */
  readonly in: RegExp;
  /** All have to be found. One pattern each: a pattern with an open middle takes long over a long text. */
  readonly holds: readonly RegExp[];
}

/** Where the settings of web UIs stand in files without texts of their own (JPEG, WebP, AVIF, MP4), and where other programs move them. */
const SETTINGS = /^(parameters|UserComment|Comment|\xa9cmt|desc|ImageDescription|XPComment|description)$/i;

/**
 * What generators write beside their pictures, by their own source code: AUTOMATIC1111 (modules/images.py) and its
 * descendants, ComfyUI (nodes.py), SwarmUI, InvokeAI, NovelAI, Fooocus; of Midjourney and Grok by their files. Both the name and
 * the form of a text have to fit: a text that merely is called "prompt" says nothing. Of each text the first that fits counts:
 * others write their settings as the web UI does, too.
 */
const TRACES: readonly Trace[] = [
  { generator: 'NovelAI', in: /^(Software|Source)$/, holds: [/^NovelAI\b/] },
  { generator: 'NovelAI', in: SETTINGS, holds: [/^\s*\{/, /"(Software|Source)"\s*:\s*"NovelAI\b/] },
  {
    generator: 'InvokeAI',
    in: /^(invokeai_metadata|invokeai_graph|invokeai_workflow|sd-metadata)$/,
    holds: [/^\s*\{/],
  },
  { generator: 'InvokeAI', in: /^Dream$/, holds: [/-S\s*\d+/] },
  { generator: 'SwarmUI', in: SETTINGS, holds: [/"sui_image_params"\s*:/] },
  {
    generator: 'ComfyUI',
    in: /^(prompt|Make|Model|ImageDescription|UserComment|Comment|\xa9cmt)$/i,
    holds: [/^(prompt:)?\s*\{/i, /"class_type\\*"\s*:/],
  },
  {
    generator: 'ComfyUI',
    in: /^(workflow|Make|Model|ImageDescription|UserComment|Comment|\xa9cmt)$/i,
    holds: [/^(workflow:)?\s*\{/i, /"nodes\\*"\s*:\s*\[/],
  },
  { generator: 'ComfyUI', in: SETTINGS, holds: [/\bVersion: ComfyUI\b/] },
  { generator: 'Fooocus', in: /^fooocus_scheme$/, holds: [/^(fooocus|a1111)$/] },
  { generator: 'Fooocus', in: SETTINGS, holds: [/\bfooocus/i] },
  { generator: 'Stable Diffusion web UI', in: SETTINGS, holds: [/\bSteps: \d+,/, /\b(Sampler|CFG scale|Seed): /] },
  {
    generator: 'Midjourney',
    in: /^(Description|ImageDescription|description|Caption-Abstract)$/,
    holds: [/--(v|niji) \d|\bJob ID: [\da-f]{8}-/],
  },
  { generator: 'Grok', in: /^ImageDescription$/, holds: [/^Signature: [\w+/]{40,}={0,2}$/] },
];

/** Generators that sign as the software that made the file. */
const AS_SOFTWARE: readonly (readonly [RegExp, string])[] = [
  [/\bNovelAI\b/, 'NovelAI'],
  [/\bMidjourney\b/i, 'Midjourney'],
  [/\bDALL[-·. ]?E\b/i, 'DALL·E'],
  [/\bStable ?Diffusion\b/i, 'Stable Diffusion'],
  [/\bComfyUI\b/, 'ComfyUI'],
  [/\bInvokeAI\b/, 'InvokeAI'],
  [/\bAdobe Firefly\b/, 'Adobe Firefly'],
  [/\bFooocus\b/i, 'Fooocus'],
  [/\bSwarmUI\b/i, 'SwarmUI'],
  [/\bImagen\b/, 'Imagen'],
  [/\bGrok\b/, 'Grok'],
  [/\bQwen\b/i, 'Qwen'],
];

/** The generators whose traces are in a file's texts, and in the names of the software that made it. Each once. */
export function generatorsOf(texts: readonly NamedText[], software: readonly string[]): string[] {
  const byTrace = texts.flatMap(({ name, text }) => {
    const trace = TRACES.find(
      ({ in: names, holds }) => names.test(name) && holds.every((pattern) => pattern.test(text)),
    );
    return trace ? [trace.generator] : [];
  });
  const byName = AS_SOFTWARE.filter(([pattern]) => software.some((name) => pattern.test(name))).map(([, name]) => name);
  return [...new Set([...byTrace, ...byName])];
}
