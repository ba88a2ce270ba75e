import { describe, expect, it } from 'vitest';
import { createCheckStore } from '../../../../src/background/check/check-store.ts';
import { indexedCheck } from '../../../../src/background/store/indexed-check.ts';
import { diagnosticsOf } from '../../../../src/background/words/diagnostics.ts';
import { parseStoredCheck } from '../../../../src/core/store/stored-check.ts';
import { aCheck } from '../../../a-check.ts';

const BUILD = { version: '1.2.3', browser: 'Gecko/20100101 Firefox/153.0' };
const START = Date.UTC(2026, 10, 27, 12);

const failed = aCheck('a', START, {
  error: { code: 'input-refused', detail: 'not for enterprise-secret' },
  stages: [
    { state: 'queued', at: START },
    { state: 'reading', at: START + 12 },
    { state: 'failed', at: START + 340 },
  ],
  media: { frameUrl: 'https://frame.example/b', pageUrl: 'https://news.example/story?session=1' },
  read: { type: 'image/png', sizeBytes: 1_234 },
});

describe('diagnostics', () => {
  it('tell version, browser, code, states and times', () => {
    expect(diagnosticsOf(failed, BUILD).text.split('\n')).toEqual([
      'check-with-bitmind: 1.2.3',
      'browser: Gecko/20100101 Firefox/153.0',
      'check: a',
      'media: image, menu',
      'state: failed',
      'error: input-refused',
      'read: page, image/png, 1234 bytes',
      'started: 2026-11-27T12:00:00.000Z',
      'ended: 2026-11-27T12:00:00.001Z',
      '+0 ms: queued',
      '+12 ms: reading',
      '+340 ms: failed',
      '',
    ]);
  });

  it('tell numbers of an error', () => {
    const error = { code: 'service-failed', status: 503 } as const;
    expect(diagnosticsOf({ ...failed, error }, BUILD).text).toContain('error: service-failed status=503\n');
  });

  it.each([
    ['a host', { code: 'led-to-private', host: 'router.lan' }, 'router'],
    ['an origin', { code: 'service-access-missing', origin: 'https://bitmind.firm.example' }, 'firm'],
    ['words of the service', { code: 'input-refused', detail: 'no enterprise-secret' }, 'secret'],
  ] as const)('tell of an error not %s', (_name, error, word) => {
    expect(diagnosticsOf({ ...failed, error }, BUILD).text).not.toContain(word);
  });

  it('hold addresses apart from the rest', () => {
    const { text, addresses } = diagnosticsOf(failed, BUILD);
    expect(text).not.toMatch(/https?:|\.example|session/);
    expect(addresses).toBe(
      'page: https://news.example/story?session=1\nframe: https://frame.example/b\naddress: https://cdn.example/a.jpg\n',
    );
  });

  it('begin with the verdict and the file’s digest where it seems wrong, and have neither without a verdict', () => {
    const read = { ...failed.read, method: 'page', type: 'image/png', sizeBytes: 9, sha256: 'ab12' } as const;
    const judged = { ...failed, read, verdict: { isAi: true, likelihood: 0.97 } };
    const frames = [
      { isAi: false, likelihood: 0.2, atSeconds: 0 },
      { isAi: true, atSeconds: 2 },
    ];
    expect(diagnosticsOf(judged, BUILD).doubt).toBe('this seems wrong: isAI true, likelihood 0.97\nsha256: ab12\n');
    expect(diagnosticsOf({ ...failed, read, frames }, BUILD).doubt).toBe(
      'this seems wrong: isAI false, likelihood 0.2; isAI true, likelihood none\nsha256: ab12\n',
    );
    expect(diagnosticsOf(failed, BUILD)).not.toHaveProperty('doubt');
  });

  it('count the name of a file among addresses', () => {
    const file = { ...failed, media: { kind: 'image', fileName: 'passport.png', isPrivate: false } } as const;
    const { text, addresses } = diagnosticsOf(file, BUILD);
    expect(text).not.toContain('passport');
    expect(addresses).toBe('file: passport.png\n');
  });
});

describe('the states a check went through', () => {
  it('are kept by the store with their times, and outlive it', async () => {
    let now = START;
    const storage = { getAll: async () => [], change: async () => undefined };
    const store = createCheckStore(
      storage,
      () => undefined,
      () => now,
    );
    const { stages: _, ...check } = failed;
    for (const state of ['queued', 'reading', 'reading', 'done'] as const) {
      store.put({ ...(store.get('a') ?? check), state });
      now += 10;
    }
    const kept = store.get('a');
    const stages = [
      { state: 'queued', at: START },
      { state: 'reading', at: START + 10 },
      { state: 'done', at: START + 30 },
    ];
    expect(kept?.stages).toEqual(stages);
    expect(parseStoredCheck(kept && indexedCheck(kept))?.stages).toEqual(stages);
  });

  it('are the latest, of a check that was tried without end', () => {
    const store = createCheckStore(
      { getAll: async () => [], change: async () => undefined },
      () => undefined,
      Date.now,
    );
    for (let i = 0; i < 40; i += 1) store.put({ ...(store.get('a') ?? failed), state: i % 2 ? 'failed' : 'reading' });
    expect(store.get('a')?.stages).toHaveLength(24);
    expect(store.get('a')?.stages?.at(-1)?.state).toBe('failed');
  });
});
