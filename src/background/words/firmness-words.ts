import type { Pause } from '../../core/check/check-progress.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { VERSION_COUNT, type Version, type VersionVerdict } from '../../core/check/firmness.ts';
import { headlineOf, type InconclusiveBand } from '../../core/check/headline.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { FirmnessView, SaidLine } from '../../core/protocol/panel-view.ts';
import { headlineText } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { numberText, percentText } from '../../core/words/numbers.ts';
import { pausedText } from './state-text.ts';

/** How looking closer at a check stands: how firm its verdict is, or those on its parts. */
export interface Measuring {
  /** It is under way, and this ends it. */
  readonly stop?: AbortController;
  /** It waits. */
  readonly pause?: Pause;
  /** Why it came to nothing. */
  readonly error?: ErrorData;
}

const VERSION_NAMES: Record<Version, MessageKey> = {
  original: 'versionOriginal',
  'half-size': 'versionHalfSize',
  're-shared': 'versionReShared',
  square: 'versionSquare',
  'left-third': 'versionLeftThird',
  'right-third': 'versionRightThird',
  'top-third': 'versionTopThird',
  'bottom-third': 'versionBottomThird',
};

/** From here up, and as far from 0, a number beside another would claim certainty. */
const ALMOST_CERTAIN = 0.995;

/** How firm the verdict of a check is, in words and on the scale; undefined where nobody asked. */
export function firmnessView(
  { verdict, firmness }: CheckRecord,
  band: InconclusiveBand,
): { readonly firmness?: FirmnessView } {
  if (!firmness) return {};
  const original = firmness.find(({ version }) => version === 'original') ?? verdict;
  const headline = original && headlineOf(original, band);
  const isFirm = firmness.every((one) => headlineOf(one, band) === headline);
  const spread = spreadText(firmness, band);
  const count = numberText(firmness.length);
  const answer = isFirm ? translate('firmnessFirm', spread, count) : translate('firmnessDepends', spread);
  const isWhole = firmness.length === VERSION_COUNT;
  const missing = isWhole ? [] : [translate('firmnessUnanswered', count, numberText(VERSION_COUNT))];
  return {
    firmness: {
      words: [answer, ...missing].join(' · '),
      versions: firmness.map((one) => ({
        words: versionText(one, band),
        ...(one.likelihood !== undefined && { fraction: one.likelihood }),
      })),
    },
  };
}

/** What is said while somebody looks closer at a check, which `running` names, and where that came to nothing. */
export function measuringLines({ stop, pause, error }: Measuring, running: string): readonly SaidLine[] {
  if (error) return [{ words: errorWords(error).sentence, tone: 'warning' }];
  if (!stop) return [];
  const words = pausedText({ progress: { ...(pause && { pause }) } });
  return [{ words: words ?? running, tone: 'quiet' }];
}

/** What is said while that is found out. */
export function firmnessRunning(): string {
  return translate('firmnessRunning', numberText(VERSION_COUNT));
}

/** What it costs, to be read before. */
export function firmnessCost(): string {
  return translate('firmnessCost', numberText(VERSION_COUNT));
}

/** What the service said of one of several. */
type Judged = Pick<VersionVerdict, 'isAi' | 'likelihood'>;

/** From the lowest to the highest: "22–97%". Where no number is known, the headlines. */
export function spreadText(versions: readonly Judged[], band: InconclusiveBand): string {
  const known = versions.flatMap(({ likelihood }) => likelihood ?? []);
  if (known.length === 0) return [...new Set(versions.map((one) => headlineText(headlineOf(one, band))))].join(', ');
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const [from, to] = [percentText(lowest), percentText(highest)];
  if (from === to) return to;
  const isPlain = lowest > 1 - ALMOST_CERTAIN && highest < ALMOST_CERTAIN;
  return isPlain ? translate('percent', `${numberText(lowest * 100)}–${numberText(highest * 100)}`) : `${from} – ${to}`;
}

/** "Half size: 91%". */
function versionText(one: VersionVerdict, band: InconclusiveBand): string {
  const { version, likelihood } = one;
  const result = likelihood === undefined ? headlineText(headlineOf(one, band)) : percentText(likelihood);
  return translate('versionAt', translate(VERSION_NAMES[version]), result);
}
