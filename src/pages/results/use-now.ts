import { useEffect, useState } from 'preact/hooks';

/** "2 min ago" is true for half a minute more. */
const LOOK_AGAIN_MS = 30_000;

/** The time, looked at now and then. Epoch milliseconds. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
