import { useEffect, useState } from 'preact/hooks';
import { followFeed } from '../../core/protocol/follow-feed.ts';

/** The latest state of one of the background's feeds; undefined until it has spoken. */
export function useFeed<T>(name: string): T | undefined {
  const [state, setState] = useState<T>();
  useEffect(() => {
    const closing = new AbortController();
    followFeed<T>(name, { onState: (next) => setState(() => next) }, closing.signal);
    return () => closing.abort();
  }, [name]);
  return state;
}
