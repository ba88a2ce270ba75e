import type { JSX } from 'preact';
import { language } from '../i18n.ts';

/** The languages that end a sentence with a full stop of their own, and no space. */
const IDEOGRAPHIC = /^(ja|zh)/;

/**
 * What a screen reader says by itself as soon as it changes, as one text: of several paragraphs that come together Orca runs the
 * first two into one word, and then says the last one again (43.1, with Chromium 156).
 */
export function Announcement({ sentences }: { readonly sentences: readonly string[] }): JSX.Element {
  const stop = IDEOGRAPHIC.test(language()) ? '。' : '. ';
  const text = sentences.reduce((said, next) => said + (!said || /\p{P}$/u.test(said) ? ' ' : stop) + next, '').trim();
  return (
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
