import { beforeAll, describe, expect, it } from 'vitest';
import { speakEnglish } from '../../english.ts';
import { lines, READ, view } from './panel-bed.ts';

beforeAll(speakEnglish);

describe('frames of a video in words', () => {
  const read = { ...READ, method: 'frames', type: 'image/png', frameSeconds: [42, 43, 44] } as const;
  const frames = (...likelihoods: readonly number[]) =>
    likelihoods.map((likelihood, index) => ({ isAi: likelihood >= 0.5, likelihood, atSeconds: 42 + index }));
  const note = 'Frames were judged one by one, because this video has no file and this browser couldn’t record it.';

  it.each([
    [
      frames(0.03, 0.91, 0.5),
      'Inconclusive',
      ['BitMind judged some frames differently from others.', '3 frames: AI likelihood 3% to 91%', note],
    ],
    [frames(0.03, 0.12, 0.05), 'Likely not AI-generated', ['3 frames: AI likelihood 3% to 12%', note]],
    [frames(0.97, 0.97, 0.97), 'Likely AI-generated', ['3 frames: AI likelihood 97%', note]],
    [
      frames(0.97, 0.98),
      'Likely AI-generated',
      ['2 frames: AI likelihood 97% to 98%', 'BitMind gave a verdict on 2 of 3 frames.', note],
    ],
  ])('%j read "%s"', (judged, headline, expected) => {
    const shown = view({ frames: judged, read });
    expect(shown.headline?.words).toBe(headline);
    expect(lines({ frames: judged, read })).toEqual(expected);
    expect(shown).not.toHaveProperty('likelihood'); // No number is made up for the whole.
  });

  it('have a bar each, and their numbers under Details', () => {
    const shown = view({ frames: frames(0.03, 0.91), read });
    expect(shown.bars).toEqual([
      { tone: 'likely-not-ai', likelihood: 0.03 },
      { tone: 'likely-ai', likelihood: 0.91 },
    ]);
    expect(Object.fromEntries(shown.details)).toMatchObject({ Frames: '0:42: 3% · 0:43: 91%' });
  });

  it('say where they are from the screen', () => {
    const shown = lines({ frames: frames(0.03, 0.91), read: { ...read, method: 'screen-frames' } });
    expect(shown.at(-1)).toMatch(/from the screen, not from the original video/);
  });
});
