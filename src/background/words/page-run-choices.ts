import type { CheckRecord } from '../../core/check/check-record.ts';
import type { ErrorAction } from '../../core/errors/error-catalogue.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { PageRunAction } from '../../core/protocol/page-run-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';

/** A button of a page's check. */
export type Choice = readonly [words: string, action: PageRunAction];

/** What can be done for a page as a whole; the rest is about one of its media, and is offered in that one's panel. */
const ERROR_CHOICES: Partial<Record<ErrorAction, readonly [MessageKey, PageRunAction]>> = {
  'try-again': ['tryAgain', 'retry'],
  'sign-in': ['signIn', 'open-options'],
  'open-settings': ['openSettings', 'open-options'],
  unlock: ['unlock', 'unlock'],
};

/** The buttons that go with an error. */
export function errorChoices(error: ErrorData): Choice[] {
  return errorWords(error).actions.flatMap((action): Choice[] => {
    const choice = ERROR_CHOICES[action];
    return choice ? [[translate(choice[0]), choice[1]]] : [];
  });
}

/** Why most of those without a verdict have none: what went wrong, or that nobody could be asked. */
export function commonestReason(
  checks: readonly CheckRecord[],
  of: (check: CheckRecord) => ErrorData | undefined,
): ErrorData | undefined {
  const counts = new Map<string, { readonly reason: ErrorData; readonly count: number }>();
  for (const check of checks) {
    const reason = of(check);
    if (!reason) continue;
    const { sentence } = errorWords(reason);
    counts.set(sentence, { reason, count: (counts.get(sentence)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.reason;
}
