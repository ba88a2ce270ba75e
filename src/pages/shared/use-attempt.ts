import { useCallback, useRef, useState } from 'preact/hooks';
import { errorDataOf } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { errorWords } from '../../core/words/error-sentence.ts';

/** What a page does at the user's wish, and what is said where that cannot be done. */
export interface Attempts {
  /** The error of the last attempt, as a sentence; undefined when there was none. */
  readonly failure: string | undefined;
  /**
   * Does it, within the user's gesture; gives whether it was done, and never rejects. Only the last attempt has a say in
   * what is shown.
   */
  readonly attempt: (act: () => Promise<unknown>) => Promise<boolean>;
}

/** Says what kept the page from doing what it was told to. */
export function useAttempt(): Attempts {
  const [failure, setFailure] = useState<string>();
  const latest = useRef(0);
  const attempt = useCallback(async (act: () => Promise<unknown>) => {
    latest.current += 1;
    const mine = latest.current;
    setFailure(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      if (mine === latest.current) setFailure(failureSentence(error));
      return false;
    }
  }, []);
  return { failure, attempt };
}

/** The sentence for whatever was thrown; a fault of this software goes into the log too. */
export function failureSentence(error: unknown): string {
  logFault(error);
  return errorWords(errorDataOf(error)).sentence;
}
