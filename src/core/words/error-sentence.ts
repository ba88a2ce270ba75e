import { ERROR_CATALOGUE, type ErrorAction, type SentenceValue } from '../errors/error-catalogue.ts';
import type { ErrorCode, ErrorData, ErrorOf } from '../errors/error-data.ts';
import { type MessageKey, translate } from '../i18n.ts';
import { clockText, minutesText, secondsText, sizeText } from './numbers.ts';

/** An error as people read it. */
export interface ErrorWords {
  /** What happened, and what to do next. */
  readonly sentence: string;
  /** The service's own words, when it gave any. */
  readonly quote?: string;
  readonly actions: readonly ErrorAction[];
}

/** Where an error is shown: whether the button for a screenshot is offered there, and the text that is shown there in place of another. */
const ANYWHERE = { offersScreen: false, textHere: (key: MessageKey): MessageKey => key };

/** The words for an error, in the user's language. A code of another version reads as a fault of this software. */
export function errorWords(error: ErrorData, place: Partial<typeof ANYWHERE> = {}): ErrorWords {
  return wordsFor(error.code, error, { ...ANYWHERE, ...place });
}

function wordsFor<Code extends ErrorCode>(code: Code, error: ErrorOf<Code>, place: typeof ANYWHERE): ErrorWords {
  const entry = ERROR_CATALOGUE[code] ?? ERROR_CATALOGUE.unexpected;
  const sentence = place.offersScreen ? entry.sentence : (entry.withoutScreen ?? entry.sentence);
  const key = typeof sentence === 'function' ? sentence(error) : sentence;
  const values = (entry.values?.(error) ?? []).map(valueText);
  return {
    sentence: translate(place.textHere(key), ...values),
    ...('detail' in error && typeof error.detail === 'string' && { quote: translate('serviceSays', error.detail) }),
    actions: entry.actions,
  };
}

function valueText(value: SentenceValue): string {
  if (typeof value === 'string') return value;
  if ('field' in value) return translate(value.field);
  if ('bytes' in value) return sizeText(value.bytes);
  if ('minutes' in value) return minutesText(value.minutes);
  return 'ms' in value ? secondsText(value.ms / 1000) : clockText(value.clockTime);
}
