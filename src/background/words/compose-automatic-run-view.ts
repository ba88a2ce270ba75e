import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { translate, translateCount } from '../../core/i18n.ts';
import type { PageRunView } from '../../core/protocol/page-run-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { hasRunEnded, type PageRun } from '../store/page-run.ts';
import { listed } from './listed.ts';
import { type Choice, errorChoices } from './page-run-choices.ts';
import { runCounts } from './page-run-counts.ts';
import { pausedText } from './state-text.ts';

/** How the check of a page stands whose media are checked as they are shown: quiet lines, where there is anything to say. */
export function composeAutomaticRunView(
  run: PageRun,
  checkOf: (id: string) => CheckRecord | undefined,
  band: InconclusiveBand,
): PageRunView {
  const checks = run.items.flatMap(({ checkId }) => checkOf(checkId ?? '') ?? []);
  const accessMissing = originsUnasked(run, checkOf);
  const hosts = accessMissing.map((origin) => new URL(origin).host);
  const error = run.state === 'failed' ? run.error : undefined;
  const paused = checks.flatMap((check) => pausedText(check) ?? []).at(0);
  const lines = [
    ...(error ? [errorWords(error).sentence] : []),
    ...(paused === undefined ? [] : [paused]),
    ...(run.pausedAfter === undefined ? [] : [translateCount('automaticPaused', run.pausedAfter)]),
    ...(hosts.length > 0 ? [translate('pageAccessMissing', listed(hosts))] : []),
  ];
  const choices = [...(error ? errorChoices(error) : []), ...accessChoices(hosts)];
  return {
    runId: run.id,
    isAutomatic: true,
    lines: lines.map((words) => ({ words, isQuiet: true })),
    // Nothing begins it anew but the next image that comes into view.
    buttons: choices.filter(([, action]) => action !== 'retry').map(([words, action]) => ({ words, action })),
    accessMissing,
    hasEnded: hasRunEnded(run),
    counts: runCounts(checks, band),
  };
}

/** "Allow cdn.example" for one; for more, all of them in one prompt. */
function accessChoices([host, ...others]: readonly string[]): Choice[] {
  if (host === undefined) return [];
  return [[others.length === 0 ? translate('allowSite', host) : translate('allowTheseSites'), 'allow-these-sites']];
}

/** Where the files are that neither the page nor the background could read. */
function originsUnasked(
  { items, accessMissing }: PageRun,
  checkOf: (id: string) => CheckRecord | undefined,
): readonly string[] {
  const unasked = items.filter(({ checkId }) => checkOf(checkId ?? '')?.error?.code === 'needs-answer');
  const origins = new Set(unasked.map(({ url = '' }) => URL.parse(url)?.origin));
  return accessMissing.filter((origin) => origins.has(origin));
}
