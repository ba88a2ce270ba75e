import type { JSX } from 'preact';
import './whole-words.css';

/** A text that is broken between its words alone: where there is little room, browsers break at a hyphen too. */
export function WholeWords({ text }: { readonly text: string }): JSX.Element {
  return (
    <>{text.split(/(?<= )/).map((word) => (word.includes('-') ? <span class="whole-word">{word}</span> : word))}</>
  );
}
