import { beforeAll, describe, expect, it, vi } from 'vitest';
import { composePanelView } from '../../../../src/background/words/compose-panel-view.ts';
import type { PauseReason } from '../../../../src/core/check/check-progress.ts';
import type { Verdict } from '../../../../src/core/service/verdict.ts';
import { speakEnglish } from '../../english.ts';
import { check, lines, PAGE_MEDIA, READ, RULES, view } from './panel-bed.ts';

beforeAll(speakEnglish);

describe('the verdict in words', () => {
  const cases: readonly (readonly [Verdict, string, readonly string[]])[] = [
    [{ isAi: true, likelihood: 0.82 }, 'Likely AI-generated', ['AI likelihood 82%']],
    [{ isAi: false, likelihood: 0.12 }, 'Likely not AI-generated', ['AI likelihood 12%']],
    [{ isAi: true, likelihood: 0.53 }, 'Inconclusive', ['AI likelihood 53%, leans towards AI-generated']],
    [{ isAi: false, likelihood: 0.47 }, 'Inconclusive', ['AI likelihood 47%, leans towards not AI-generated']],
    [{ isAi: true }, 'Likely AI-generated', []],
    [{ isAi: false }, 'Likely not AI-generated', []],
    [{ isAi: true, likelihood: 1 }, 'Likely AI-generated', ['AI likelihood over 99%']],
    [{ isAi: true, likelihood: 0.995 }, 'Likely AI-generated', ['AI likelihood over 99%']],
    [{ isAi: true, likelihood: 0.9949 }, 'Likely AI-generated', ['AI likelihood 99%']],
    [{ isAi: false, likelihood: 0.005 }, 'Likely not AI-generated', ['AI likelihood under 1%']],
    [{ isAi: false, likelihood: 0.0051 }, 'Likely not AI-generated', ['AI likelihood 1%']],
  ];
  it.each(cases)('%j reads "%s"', (verdict, headline, expected) => {
    expect(view({ verdict }).headline?.words).toBe(headline);
    expect(lines({ verdict })).toEqual(expected);
  });

  it('never says fake, authentic or verified', async () => {
    const { default: messages } = await import('../../../../public/_locales/en/messages.json');
    expect(JSON.stringify(messages)).not.toMatch(/fake|authentic|verified/i);
  });
});

describe('the panel', () => {
  it('has the likelihood in parts as well, and the range in which it would decide nothing', () => {
    const { likelihood, inconclusiveRange } = view({ verdict: { isAi: true, likelihood: 0.996 } });
    expect(likelihood).toEqual({ words: 'AI likelihood over 99%', percent: 'over 99%', fraction: 0.996 });
    expect(inconclusiveRange).toEqual(RULES.band);
  });

  it('says what a verdict means, and where to read more, and nothing of the kind before there is one', () => {
    const { meaning } = view({ verdict: { isAi: true }, read: { ...READ, traits: { jpegQuality: 45 } } });
    expect(meaning?.title).toBe('What this means');
    expect(meaning?.lines.map(({ words }) => words)).toEqual([
      'This image has been recompressed strongly (JPEG quality about 45), which weakens any verdict.',
      'A likelihood is a judgement, not a proof.',
    ]);
    expect(meaning?.buttons).toEqual([
      { words: 'How far to trust it', action: 'open-trust' },
      { words: 'Look elsewhere', action: 'open-results' },
    ]);
    expect(view({ state: 'waiting', read: READ })).not.toHaveProperty('meaning');
    expect(view({ unjudged: { code: 'not-signed-in' }, read: READ })).not.toHaveProperty('meaning');
  });

  const SIGNED = { credentials: { state: 'broken' }, notes: [], facts: {} } as const;
  const REMOTE = { credentials: { state: 'remote', host: 'a.example' }, notes: [], facts: {} } as const;
  const WHOLE = { json: '{}', pictures: [] };
  const KEPT = { whole: WHOLE, keepsResults: true };
  it.each([
    ['a result that is kept', { fileMetadata: SIGNED }, KEPT, ['Inspect']],
    ['one that is not kept', { fileMetadata: SIGNED }, { whole: WHOLE, keepsResults: false }, []],
    ['a check that goes on', { fileMetadata: SIGNED, state: 'waiting' }, KEPT, []],
    ['a private window', { fileMetadata: SIGNED, media: { ...PAGE_MEDIA, isPrivate: true } }, KEPT, []],
    ['credentials that are kept elsewhere', { fileMetadata: REMOTE }, KEPT, []],
    ['credentials that are not at hand', { fileMetadata: SIGNED }, { keepsResults: true }, []],
    ['a file that is being read', { isReadingFile: true }, KEPT, []],
  ] as const)(
    'leads to all that Content Credentials hold where the results have it: %s',
    (_, change, rules, offered) => {
      const { fileMetadata } = composePanelView(check(change), { ...RULES, ...rules });
      expect(fileMetadata?.buttons.map(({ words }) => words)).toEqual(offered);
    },
  );

  it('says first what weakens the verdict', () => {
    const fileMetadata = { credentials: { state: 'broken' }, notes: [], facts: {} } as const;
    const read = { ...READ, method: 'screen' } as const;
    expect(view({ verdict: { isAi: true }, read, fileMetadata }).lines.map(({ tone }) => tone)).toEqual([
      'warning',
      'quiet',
    ]);
  });

  it.each([
    [5_000, 'Checked 5 sec. ago'],
    [0, 'Checked now'],
    [125_000, 'Checked 2 min. ago'],
    [7_300_000, 'Checked 2 hr. ago'],
    [86_400_000, 'Checked yesterday'],
    [3 * 86_400_000, 'Checked 3 days ago'],
  ])('says how old a verdict is that is shown again: %i ms, "%s"', (ageMs, age) => {
    vi.setSystemTime(Date.UTC(2026, 0, 9));
    const answeredAt = Date.now() - ageMs;
    expect(view({ verdict: { isAi: true }, answeredAt }).age).toBe(age);
    expect(view({ verdict: { isAi: true } }).age).toBeUndefined();
    vi.useRealTimers();
  });

  it.each([
    [{ state: 'failed', error: { code: 'not-signed-in' } }, 'failed'],
    [{ state: 'done', unjudged: { code: 'not-signed-in' } }, 'local'],
    [{ state: 'cancelled' }, 'no-verdict'],
    [{ verdict: { isAi: true, likelihood: 0.5 } }, 'inconclusive'],
  ] as const)('marks %j as %s', (change, tone) => {
    expect(view(change).headline?.tone).toBe(tone);
  });

  it('says what signing in is for once, as its headline', () => {
    const { headline, lines: said } = view({ state: 'done', unjudged: { code: 'not-signed-in' } });
    expect(headline?.words).toBe('Sign in to get a verdict');
    expect(said.map(({ words }) => words)).toEqual(['Nothing was sent. What the file says was read on this computer.']);
  });

  it('says why nothing is sent in a pause', () => {
    const paused = (reason: PauseReason) =>
      JSON.stringify(view({ state: 'uploading', progress: { pause: { until: Date.now(), reason } } }));
    expect(paused('limit')).toContain('Request limit reached. Continuing in 1 s');
    expect(paused('busy')).toContain('busy. Continuing in 1 s');
  });

  it('says how far a conversion has got, and what it did to the pictures', () => {
    const media = { ...PAGE_MEDIA, kind: 'video' } as const;
    expect(lines({ state: 'reading', media, progress: { converting: 0.42 } })).toEqual(['Converting… 42%']);
    const read = { ...READ, type: 'video/mp4', convertedFrom: 'WebM' };
    const conversion = (more: object) =>
      Object.fromEntries(view({ verdict: { isAi: false }, media, read: { ...read, ...more } }).details).Conversion;
    expect(conversion({})).toMatch(/without loss/);
    expect(conversion({ isReencoded: true })).toMatch(/re-encoded/);
  });

  it('keeps a place for what the file says while that is read', () => {
    const { fileMetadata } = view({ state: 'done', verdict: { isAi: false }, read: READ, isReadingFile: true });
    expect(fileMetadata).toMatchObject({ title: 'What the file says', lines: [{ words: 'Reading the image…' }] });
    expect(fileMetadata?.isOpen).toBeUndefined();
  });

  it("gives the service's own words apart", () => {
    const error = { code: 'input-refused', detail: 'image too small' } as const;
    expect(lines({ state: 'failed', error })).toContain('BitMind says: “image too small”');
  });

  it('marks a screen capture, and one of a part', () => {
    const verdict = { isAi: false, likelihood: 0.1 };
    expect(lines({ verdict, read: { ...READ, method: 'screen' } })[1]).toMatch(/from a screenshot, not the original/);
    expect(lines({ verdict, read: { ...READ, method: 'screen', isPartial: true } })[1]).toMatch(/out of view/);
    expect(lines({ verdict, read: { ...READ, method: 'pixels' } })[1]).toMatch(/^Pixels from the page/);
    expect(lines({ verdict, read: { ...READ, method: 'clip' } })[1]).toMatch(
      /^Recorded while playing, not the original/,
    );
  });

  it.each([
    [{ method: 'frames', type: 'image/png', frameSeconds: [0, 1, 2] }, 'Video · 3 frames', '3 frames'],
    [{ method: 'screen-frames', type: 'image/png', frameSeconds: [0] }, 'Video · 1 frame', '1 frame'],
    [{ method: 'screen', type: 'image/png' }, 'Video · 323 kB', 'PNG'],
    [{ method: 'clip', type: 'video/webm' }, 'Video · WEBM · 323 kB', 'WEBM'],
    [{ method: 'page', type: 'video/mp4', convertedFrom: 'WebM' }, 'Video · MP4 · 323 kB · converted from WebM', 'MP4'],
  ] as const)('names a video as one: %j is "%s"', (how, subject, type) => {
    const shown = view({ media: { ...PAGE_MEDIA, kind: 'video' }, read: { ...READ, ...how } });
    expect(shown.subject).toBe(subject);
    expect(Object.fromEntries(shown.details)['File type']).toBe(type);
  });

  it('tells type and size, and the details', () => {
    const shown = view({ verdict: { isAi: true, serviceSeconds: 0.42 }, read: READ, endedAt: 0 });
    expect(shown.subject).toBe('JPEG · 323 kB');
    expect(Object.fromEntries(shown.details)).toMatchObject({
      'How it was read': 'Original file, read in the page',
      'File type': 'JPEG',
      Size: '323 kB',
      'SHA-256': 'ab12',
      'Service time': '0.42 sec',
    });
  });

  it.each([
    [{ state: 'uploading' }, false],
    [{ state: 'done', isReadingFile: true }, false],
    [{ state: 'done' }, true],
    [{ state: 'failed', error: { code: 'media-unreadable' } }, true],
    [{ state: 'failed', error: { code: 'media-elsewhere' } }, false], // Goes on once all sites are allowed, in a window of its own.
  ] as const)('of %j has all that comes by itself: %s', (change, isComplete) => {
    expect(view(change).isComplete).toBe(isComplete);
  });

  it('knows nothing of where the media came from', () => {
    const media = { ...check({}).media, url: 'https://secret.example/album', pageUrl: 'https://page.example/private' };
    expect(JSON.stringify(view({ media, read: READ, verdict: { isAi: true } }))).not.toMatch(/secret|private/);
  });

  it('numbers the pictures that may be meant, for who cannot be shown them', () => {
    const shown = view({ state: 'asking', question: { kind: 'which-picture', count: 3 } });
    expect([shown.choices, shown.buttons.map(({ action }) => action)]).toEqual([3, ['cancel']]);
  });

  it.each([
    ['private-network', 'This file is from a private network (nas.local). It', ''],
    ['local-file', 'This file is on this computer. It', ''],
    ['private-window', 'You’re in a private window. This file', ' The result wouldn’t be kept.'],
  ] as const)(
    'says of %s that nothing is sent, where nobody is signed in, and remembers no yes',
    (reason, says, end) => {
      const shown = view({
        state: 'asking',
        question: { kind: 'before-sending', reasons: [reason], site: 'nas.local' },
      });
      expect(shown.lines.map(({ words }) => words)).toEqual([
        `${says} would be read but not sent to BitMind, because you’re not signed in.${end}`,
      ]);
      expect(shown.rememberWords).toBeUndefined();
    },
  );
});
