import { AppError } from '../../core/errors/app-error.ts';
import type { SentMedia } from './service-error.ts';
import type { ServiceAnswer } from './transport.ts';

/** The JSON of an answer; throws `unreadable-answer` where media was sent, else `not-bitmind`. */
export function jsonOf({ text }: ServiceAnswer, sent?: SentMedia): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError({ code: sent ? 'unreadable-answer' : 'not-bitmind' }, { cause });
  }
}

/** What was parsed of an answer that every BitMind service can give; throws `not-bitmind` where that is nothing. */
export function ofBitmind<T>(parsed: T | undefined): T {
  if (parsed === undefined) throw new AppError({ code: 'not-bitmind' });
  return parsed;
}
