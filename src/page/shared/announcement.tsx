import type { JSX } from 'preact';
import { language } from '../../core/i18n.ts';

/** The languages that end a sentence with a full stop of their own, and no space. */
const IDEOGRAPHIC = /^(ja|zh)/;

const SENTENCE_END = /[.!?…。！？]$/;

/**
 * What a screen reader says by itself as soon as it changes, as one text: of several paragraphs that come together Orca runs the
 * first two into one word, and then says the last one again (43.1, with Chromium 156).
 */
export function Announcement({ sentences }: { readonly sentences: readonly (string | undefined)[] }): JSX.Element {
  const stop = IDEOGRAPHIC.test(language()) ? '。' : '. ';
  const text = sentences
    .reduce<string>((said, next) => (next ? said + (!said || SENTENCE_END.test(said) ? ' ' : stop) + next : said), '')
    .trim();
  return (
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
