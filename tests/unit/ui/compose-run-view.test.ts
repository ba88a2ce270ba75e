import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckRecord } from '../../../src/check/check-record.ts';
import type { ItemStanding, PageRun } from '../../../src/check/page-run.ts';
import { composeRunView } from '../../../src/ui/page-check/compose-run-view.ts';
import { aCheck } from '../../a-check.ts';
import { speakEnglish } from '../english.ts';

beforeEach(speakEnglish);

/** The check of a page with media of these standings; each has a check of its own by its place. */
function aRun(standings: readonly ItemStanding[], told: Partial<PageRun> = {}): PageRun {
  return {
    id: 'run',
    kind: 'image',
    state: 'asking',
    tabId: 1,
    pageUrl: 'https://news.example/',
    isPrivate: false,
    isQuiet: false,
    items: standings.map((standing, at) => ({ key: `${at}`, frameId: 0, standing, checkId: `${at}` })),
    accessMissing: [],
    reasons: [],
    privateHosts: [],
    sentTo: 'enterprise.bitmind.ai',
    startedAt: 0,
    ...told,
  };
}

function words(run: PageRun, checks: readonly CheckRecord[] = []): readonly string[] {
  const view = composeRunView(run, (id) => checks.find((check) => check.id === id), { low: 0.4, high: 0.6 });
  return [...view.lines, ...view.buttons].map((one) => one.words);
}

describe('the question before a page is checked', () => {
  it.each([
    [['to-check'], ['1 image: 1 to check', 'Check 1 image', 'Cancel']],
    [
      ['to-check', 'to-check', 'too-small'],
      ['3 images, 1 too small: 2 to check', 'Check 2 images', 'Cancel'],
    ],
  ] as const)('counts %j', (standings, expected) => {
    expect(words(aRun(standings))).toEqual(expected);
  });

  it('counts videos', () => {
    expect(words(aRun(['to-check'], { kind: 'video' }))).toEqual(['1 video: 1 to check', 'Check 1 video', 'Cancel']);
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
  ['limit', 'BitMind’s limit of requests is reached. Going on in 42 sec'],
  ['busy', 'BitMind is busy and asks to wait. Going on in 42 sec'],
  [undefined, 'BitMind’s limit of requests is reached. Going on in 42 sec'],
] as const)('a pause for %s says why nothing is sent', (pauseReason, line) => {
  vi.useFakeTimers({ now: 1_000 });
  const paused = { state: 'uploading', pausedUntil: 43_000, ...(pauseReason && { pauseReason }) } as const;
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
