import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What changes is read out no more often than this, in milliseconds: a run changes many times a second. */
const SPEAK_EVERY_MS = 3_000;

/** The one place of the list that is read out when it changes; what it says last is said in the end. */
export function SpokenChanges({ words }: { readonly words: string }): JSX.Element {
  const [spoken, setSpoken] = useState('');
  const spokenAt = useRef(0);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        spokenAt.current = Date.now();
        setSpoken(words);
      },
      Math.max(0, spokenAt.current + SPEAK_EVERY_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="unseen" role="status">
      {spoken}
    </p>
  );
}
