import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ItemPlan, PageRun } from '../../../../src/background/store/page-run.ts';
import { composePageRunView } from '../../../../src/background/words/compose-page-run-view.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import { aCheck } from '../../../a-check.ts';
import { aPageRun } from '../../../a-page-run.ts';
import { speakEnglish } from '../../english.ts';
import { speak } from '../../speak.ts';

beforeEach(speakEnglish);

const BAND = { low: 0.4, high: 0.6 };

/** The check of a page with media of these plans; each has a check of its own by its place. */
function aRun(plans: readonly ItemPlan[], told: Partial<PageRun> = {}): PageRun {
  const items = plans.map((plan, at) => ({ key: `${at}`, frameId: 0, plan, checkId: `${at}` }));
  return aPageRun({ state: 'asking', items, ...told });
}

function words(run: PageRun, checks: readonly CheckRecord[] = []): readonly string[] {
  const view = composePageRunView(run, (id) => checks.find((check) => check.id === id), BAND);
  return [...view.lines, ...view.buttons].map((one) => one.words);
}

describe('the question before a page is checked', () => {
  it.each([
    [['to-check'], ['1 image found', 'Check 1 image', 'Cancel']],
    [
      ['to-check', 'to-check', 'too-small'],
      ['3 images found, 1 too small: 2 to check', 'Check 2 images', 'Cancel'],
    ],
  ] as const)('counts %j', (plans, expected) => {
    expect(words(aRun(plans))).toEqual(expected);
  });

  it.each([
    ['en', '4 images found, 1 already checked, 2 too small: 1 to check'],
    ['de', '4 Bilder gefunden (schon geprüft: 1, zu klein: 2), zu prüfen: 1'],
    ['ja', '画像が4件見つかりました（チェック済み 1件、小さすぎるもの 2件）。調べるもの 1件'],
    ['ar', 'عُثر على 4 صور (مفحوص من قبل: 1، صغير جدًا: 2)، للفحص: 1'],
  ])('has the commas of its language (%s)', (folder, expected) => {
    speak(folder);
    const [line = ''] = words(aRun(['to-check', 'known', 'too-small', 'too-small']));
    expect(line.replace(/[\u2067-\u2069]/g, '')).toBe(expected);
  });

  it('says where files go without an account, in one sentence', () => {
    const line = 'Files are read on this computer. Nothing is sent to BitMind.';
    expect(words(aRun(['to-check'], { sentTo: '' }))).toEqual(['1 image found', line, 'Check 1 image', 'Cancel']);
    const isPrivate = { sentTo: '', reasons: ['private-network'], privateHosts: ['nas.local'] } as const;
    expect(words(aRun(['to-check'], isPrivate))).not.toContain(line);
  });

  it('counts videos', () => {
    expect(words(aRun(['to-check'], { kind: 'video' }))).toEqual(['1 video found', 'Check 1 video', 'Cancel']);
  });

  it.each([
    [3, 'a.example, b.example and 1 more'],
    [12, 'a.example, b.example and 10 more'],
  ])('names two of %i sites', (count, expected) => {
    const accessMissing = Array.from({ length: count }, (_, at) => `https://${String.fromCharCode(97 + at)}.example`);
    expect(words(aRun(['to-check'], { accessMissing }))[1]).toContain(expected);
  });
});

it.each([
  ['limit', 'Request limit reached. Continuing in 42 s'],
  ['busy', 'BitMind is busy. Continuing in 42 s'],
] as const)('a pause for %s says why nothing is sent', (reason, line) => {
  vi.useFakeTimers({ now: 1_000 });
  const paused = { state: 'uploading', progress: { pause: { until: 43_000, reason } } } as const;
  expect(words(aRun(['to-check'], { state: 'running' }), [aCheck('0', 1, { pageRun: 'run', ...paused })])).toContain(
    line,
  );
  vi.useRealTimers();
});

it('what came out counts videos that were judged by frames', () => {
  const checks = [
    aCheck('0', 1, { pageRun: 'run', verdict: { isAi: true, likelihood: 0.9 } }),
    aCheck('1', 1, { pageRun: 'run', frames: [{ isAi: true, likelihood: 0.9, atSeconds: 0 }] }),
    aCheck('2', 1, { pageRun: 'run', frames: [{ isAi: true, likelihood: 0.5, atSeconds: 0 }] }),
  ];
  const run = aRun(['to-check', 'to-check', 'to-check'], { kind: 'video', state: 'done' });
  expect(words(run, checks)).toContain('3 checked: 2 likely AI-generated, 1 inconclusive');
});

describe('what can be done', () => {
  it('is to cancel while the page is counted; then nothing is kept that could be looked at', () => {
    expect(words(aRun([], { state: 'counting' }))).toEqual(['Counting the images on this page…', 'Cancel']);
    expect(words(aRun([], { state: 'cancelled' }))).toEqual(['Cancelled']);
  });

  const failures: readonly (readonly [ErrorData, readonly string[]])[] = [
    [{ code: 'interrupted' }, ['Try again']],
    [{ code: 'page-silent' }, ['Try again']],
    [{ code: 'page-closed' }, []],
    [{ code: 'sign-in-refused', method: 'api-key' }, ['Sign in', 'Try again']],
  ];
  it.each(failures)('about a count that came to %j is what its error says', (error, buttons) => {
    expect(words(aRun([], { state: 'failed', error })).slice(1)).toEqual(buttons);
  });

  const outcomes: readonly (readonly [Partial<CheckRecord>, readonly string[]])[] = [
    [
      { state: 'failed', error: { code: 'not-enabled', permission: 'image_inference' } },
      ['Open settings', 'Try again'],
    ],
    [{ state: 'failed', error: { code: 'media-unreadable' } }, ['Try again']],
    // That question is put in the panel of the one it is about.
    [{ state: 'failed', error: { code: 'needs-answer' } }, []],
    [{ unjudged: { code: 'not-signed-in' } }, ['Sign in', 'Try again']],
    [{ unjudged: { code: 'locked' } }, ['Unlock', 'Try again']],
    [{ unjudged: { code: 'incomplete-policy' } }, []],
  ];
  it.each(outcomes)('where all came to %j is what most of their errors say', (outcome, buttons) => {
    const checks = ['0', '1'].map((id) => aCheck(id, 1, { pageRun: 'run', ...outcome }));
    const view = composePageRunView(
      aRun(['to-check', 'to-check'], { state: 'done' }),
      (id) => checks[Number(id)],
      BAND,
    );
    expect(view.buttons.map((button) => button.words)).toEqual([...buttons, 'All results']);
  });

  it('about those that need an answer is said once', () => {
    const checks = ['0', '1'].map((id) => aCheck(id, 1, { pageRun: 'run', error: { code: 'needs-answer' } }));
    expect(words(aRun(['to-check', 'to-check'], { state: 'done' }), checks)).toContain(
      'We need your answer before sending 2 of them. Open a badge to see its question.',
    );
  });

  it('is nothing but to look at the results where one has a verdict', () => {
    const checks = [
      aCheck('0', 1, { pageRun: 'run', verdict: { isAi: true, likelihood: 0.9 } }),
      aCheck('1', 1, { pageRun: 'run', state: 'failed', error: { code: 'media-unreadable' } }),
    ];
    const said = words(aRun(['to-check', 'to-check'], { state: 'done' }), checks);
    expect(said).toContain('1 checked: 1 likely AI-generated, 1 without a verdict');
    expect(said.slice(2)).toEqual(['All results']);
  });
});

it.each([
  ['not-signed-in', ['2 files read locally. Sign in for verdicts.']],
  ['locked', ['2 files read locally', /^Your BitMind account is locked/]],
  ['session-ended', ['2 files read locally', /^You were signed out when the browser closed/]],
  ['incomplete-policy', ['2 files read locally', /^Your organisation manages the BitMind account/]],
] as const)('why media were read on this computer alone is true: %s', (code, lines) => {
  const checks = ['0', '1'].map((id) => aCheck(id, 1, { pageRun: 'run', unjudged: { code } }));
  const said = words(aRun(['to-check', 'to-check'], { state: 'done' }), checks);
  lines.forEach((line, at) => {
    expect(said[at]).toMatch(line);
  });
  expect(said.filter((line) => line.includes('Sign in for verdicts'))).toHaveLength(code === 'not-signed-in' ? 1 : 0);
});
