import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { headlineOfCheck } from '../../core/check/shown-verdict.ts';
import { type CountedKey, type MessageKey, translate, translateCount } from '../../core/i18n.ts';
import type { PageRunView } from '../../core/protocol/page-run-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { numberText } from '../../core/words/numbers.ts';
import { hasEnded } from '../store/check-state.ts';
import { countPlans, hasRunEnded, type PageRun } from '../store/page-run.ts';
import { listed } from './listed.ts';
import { type Choice, commonestReason, errorChoices } from './page-run-choices.ts';
import { runCounts } from './page-run-counts.ts';
import { pausedText } from './state-text.ts';

type Line = PageRunView['lines'][number];

/** The words that differ between pictures and videos. */
const KIND_WORDS = {
  image: {
    counting: 'pageCountingImages',
    found: 'pageImagesFound',
    start: 'checkCountedImages',
    none: 'pageNoImages',
    progress: 'pageImagesProgress',
  },
  video: {
    counting: 'pageCountingVideos',
    found: 'pageVideosFound',
    start: 'checkCountedVideos',
    none: 'pageNoVideos',
    progress: 'pageVideosProgress',
  },
} as const satisfies Record<PageRun['kind'], Record<string, MessageKey | CountedKey>>;

/** Names of hosts that a sentence lists. */
const MAX_NAMED = 2;

/** How a page's check stands, in the user's words. `checkOf` gives the check of one of its media. */
export function composePageRunView(
  run: PageRun,
  checkOf: (id: string) => CheckRecord | undefined,
  band: InconclusiveBand,
): PageRunView {
  const { id: runId, state, accessMissing } = run;
  const checks = run.items.flatMap(({ checkId }) => (checkId === undefined ? [] : (checkOf(checkId) ?? [])));
  const mine = checks.filter(({ pageRun }) => pageRun === runId);
  const total = run.items.filter(({ plan }) => plan === 'to-check').length;
  const done = mine.filter((check) => hasEnded(check.state)).length;
  const { lines, choices } = content(run, checks, mine, done, total, band);
  return {
    runId,
    lines,
    buttons: choices.map(([words, action]) => ({ words, action })),
    accessMissing: state === 'asking' ? accessMissing : [],
    hasEnded: hasRunEnded(run),
    counts: hasRunEnded(run) ? runCounts(checks, band) : [],
    ...(state === 'running' && total > 0 && { progress: done / total }),
  };
}

function content(
  run: PageRun,
  checks: readonly CheckRecord[],
  mine: readonly CheckRecord[],
  done: number,
  total: number,
  band: InconclusiveBand,
): { lines: Line[]; choices: Choice[] } {
  const words = KIND_WORDS[run.kind];
  const results: Choice = [translate('allResults'), 'open-results'];
  switch (run.state) {
    case 'counting':
      return { lines: [{ words: translate(words.counting) }], choices: [[translate('cancel'), 'cancel']] };
    case 'asking':
      return { lines: questionLines(run), choices: questionChoices(run) };
    case 'running': {
      const paused = mine.flatMap((check) => pausedText(check) ?? []).at(0);
      return {
        lines: [
          { words: translate(words.progress, numberText(done), numberText(total)) },
          ...(paused === undefined ? [] : [{ words: paused, isQuiet: true }]),
        ],
        choices: [[translate('cancel'), 'cancel']],
      };
    }
    case 'failed': {
      const error = run.error ?? { code: 'unexpected' };
      const { sentence, quote } = errorWords(error);
      return {
        lines: [{ words: sentence }, ...(quote ? [{ words: quote, isQuiet: true }] : [])],
        choices: errorChoices(error),
      };
    }
    case 'cancelled':
      if (run.items.length === 0) return { lines: [{ words: translate('stateCancelled') }], choices: [] };
      return { lines: [{ words: translate('pageCancelled') }, ...outcomeLines(checks, band)], choices: [results] };
    case 'done':
      if (run.items.length === 0) return { lines: [{ words: translate(words.none) }], choices: [] };
      if (mine.length === 0) return { lines: [{ words: countText(run) }, ...outcomeLines(checks, band)], choices: [] };
      return { lines: outcomeLines(checks, band), choices: [...choicesWithoutVerdict(checks, band), results] };
  }
}

function questionLines(run: PageRun): Line[] {
  const { accessMissing, privateHosts, reasons, sentTo } = run;
  const hosts = accessMissing.map((origin) => new URL(origin).host);
  return [
    { words: countText(run) },
    ...(sentTo === '' && reasons.length === 0 ? [{ words: translate('readLocally') }] : []),
    ...(hosts.length > 0 ? [{ words: translate('pageAccessMissing', hostsText(hosts)), isQuiet: true }] : []),
    ...(reasons.length > 0
      ? [{ words: translate(sentTo ? 'pagePrivate' : 'pagePrivateToRead', hostsText(privateHosts), sentTo) }]
      : []),
  ];
}

function questionChoices(run: PageRun): Choice[] {
  const start: Choice = [translateCount(KIND_WORDS[run.kind].start, countPlans(run)['to-check']), 'start'];
  const access: Choice[] =
    run.accessMissing.length > 0
      ? [
          [translate('allowTheseSites'), 'allow-these-sites'],
          [translate('allowAllSites'), 'allow-all-sites'],
        ]
      : [];
  return [start, ...access, [translate('cancel'), 'cancel']];
}

/** "34 images found", or "34 images found, 3 already checked, 12 too small, 1 unreadable: 18 to check". */
function countText(run: PageRun): string {
  const counts = countPlans(run);
  const left: readonly (readonly [MessageKey, number])[] = [
    ['countKnown', counts.known],
    ['countTooSmall', counts['too-small']],
    ['countUnreadable', counts.unreadable],
  ];
  const parts = left.flatMap(([key, count]) => (count > 0 ? [translate(key, numberText(count))] : []));
  const found = translateCount(KIND_WORDS[run.kind].found, run.items.length);
  if (parts.length === 0) return found;
  return translate('countToCheck', found, listed(parts), numberText(counts['to-check']));
}

/** What came out, counted; and how many have no verdict. */
function outcomeLines(checks: readonly CheckRecord[], band: InconclusiveBand): Line[] {
  const verdicts = checks.filter((check) => headlineOfCheck(check, band));
  const parts = runCounts(checks, band).map(({ words }) => words);
  return [
    ...aloneLines(checks),
    ...(parts.length > 0
      ? [
          { words: translate('pageOutcome', numberText(verdicts.length), listed(parts)), isOutcome: true },
          ...whyFailed(checks),
        ]
      : []),
  ];
}

/** How many were read on this computer alone, and why. */
function aloneLines(checks: readonly CheckRecord[]): Line[] {
  const count = checks.filter(({ unjudged }) => unjudged).length;
  const reason = commonestReason(checks, ({ unjudged }) => unjudged);
  if (!reason) return [];
  if (reason.code === 'not-signed-in') return [{ words: translateCount('pageReadAlone', count) }];
  return [{ words: translateCount('pageReadHere', count) }, { words: errorWords(reason).sentence, isQuiet: true }];
}

/** The reason that most of those without a verdict have in common. */
function whyFailed(checks: readonly CheckRecord[]): Line[] {
  const reason = commonestReason(checks, ({ error }) => error);
  if (!reason) return [];
  if (reason.code !== 'needs-answer') return [{ words: errorWords(reason).sentence, isQuiet: true }];
  const pending = checks.filter(({ error }) => error?.code === 'needs-answer').length;
  return [{ words: translateCount('pageNeedsAnswer', pending) }];
}

/** Where nothing has a verdict, what most likely has to be done first. */
function choicesWithoutVerdict(checks: readonly CheckRecord[], band: InconclusiveBand): Choice[] {
  if (checks.some((check) => headlineOfCheck(check, band))) return [];
  const reason = commonestReason(checks, ({ error, unjudged }) => error ?? unjudged);
  // A question about one of them is put in that one's panel.
  return reason && reason.code !== 'needs-answer' ? errorChoices(reason) : [];
}

function hostsText(hosts: readonly string[]): string {
  const others = hosts.length - MAX_NAMED;
  const named = listed(hosts.slice(0, MAX_NAMED));
  return others > 0 ? translateCount('andOtherSites', others, named) : named;
}
