import { speak } from './speak.ts';

/** Gives the fake browser the English texts, as in America. */
export function speakEnglish(): void {
  speak('en', 'en-US');
}
