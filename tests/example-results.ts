import type { CheckRecord } from '../src/core/check/check-record.ts';
import { aCheck } from './a-check.ts';
import { SOME_FILE_METADATA } from './some-file-metadata.ts';

const LONG = '/2026/11/a-long-story-about-a-photograph-that-went-round-the-world-in-one-afternoon.html';
const READ = { sha256: 'ab'.repeat(32), sizeBytes: 412_034 };

/** Results of every kind, of the last hours: each verdict, a failure, none for want of an account, a video's frames, a file. */
export function exampleResults(now: number): readonly CheckRecord[] {
  const at = (minutes: number) => now - minutes * 60_000;
  return [
    aCheck('ai', at(1), {
      verdict: { isAi: true, likelihood: 0.97, confidence: 0.97, serviceSeconds: 0.42 },
      read: READ,
      media: { pageUrl: `https://news.example${LONG}` },
      sentTo: 'enterprise.bitmind.ai',
      fileMetadata: SOME_FILE_METADATA,
    }),
    aCheck('not-ai', at(12), { verdict: { isAi: false, likelihood: 0.08 }, read: { ...READ, method: 'direct' } }),
    aCheck('inconclusive', at(47), { verdict: { isAi: true, likelihood: 0.53 }, read: { ...READ, method: 'screen' } }),
    aCheck('failed', at(63), { error: { code: 'input-refused', detail: 'The picture is damaged.' } }),
    aCheck('unjudged', at(80), {
      unjudged: { code: 'not-signed-in' },
      read: READ,
      fileMetadata: { credentials: { state: 'none' }, notes: [], facts: {} },
    }),
    aCheck('frames', at(95), {
      media: { kind: 'video', url: 'https://cdn.example/clip.mp4' },
      read: { ...READ, method: 'frames', type: 'video/mp4', frameSeconds: [0, 2, 4] },
      frames: [0.91, 0.12, 0.88].map((likelihood, index) => ({
        isAi: likelihood > 0.5,
        likelihood,
        atSeconds: index * 2,
      })),
    }),
    {
      ...aCheck('file', at(120), { verdict: { isAi: false, likelihood: 0.21 }, read: { ...READ, method: 'file' } }),
      media: { kind: 'image', fileName: 'Urlaub 2026 – Bild 12.png', isPrivate: false },
    },
  ];
}
