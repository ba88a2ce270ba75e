import type { FileMetadata } from '../src/core/media/file-metadata.ts';

/** Marks that have everything a file can say, but for a host: credentials are in the file or elsewhere. */
export const SOME_FILE_METADATA = {
  credentials: {
    state: 'broken',
    signer: 'Example Camera',
    signedAt: Date.UTC(2026, 0, 1),
    isTimeProven: true,
    tool: 'Example Editor 2',
    actions: ['c2pa.created', 'c2pa.color_adjustments'],
    hasAllSteps: false,
    redacted: ['c2pa.metadata'],
    ingredients: [
      {
        title: 'sky.jpg',
        state: 'checked',
        relation: 'parent',
        signer: 'Example Phone',
        actions: ['c2pa.created'],
        sources: ['digitalCapture'],
      },
      { state: 'none' },
    ],
    earlier: [{ title: 'raw.dng', state: 'none', relation: 'parent' }],
    identities: [{ name: 'Jane', by: 'Social', state: 'unchecked' }, { state: 'broken' }],
    sources: ['trainedAlgorithmicMedia'],
    says: 'ai',
    ingredientsSay: 'capture',
    problems: ['content', 'expired'],
  },
  notes: [
    { kind: 'source', term: 'compositeSynthetic', says: 'part-ai' },
    { kind: 'generator', name: 'Stable Diffusion' },
    { kind: 'ai-system', name: 'Example AI' },
    { kind: 'aigc-label', level: '2' },
  ],
  facts: { software: 'Editor', creatorTool: 'Tool', make: 'Maker', model: 'Model', takenAt: '2025:12:31 23:59:59' },
} as const satisfies FileMetadata;
