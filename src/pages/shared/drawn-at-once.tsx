import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** What does not come within this time is drawn when it is there: the rest of the page waits no longer. Milliseconds. */
const LONGEST_WAIT_MS = 1_000;

/** Who still waits for what it shows. */
interface Awaited {
  add(one: object): void;
  remove(one: object): void;
}

const AwaitedContext = createContext<Awaited | undefined>(undefined);

/** Shows its content once all parts of it have what they show (`useAwaited`), so that nothing moves when that comes. */
export function DrawnAtOnce({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [isShown, setShown] = useState(false);
  const waiting = useRef(new Set<object>());
  const awaited = useMemo<Awaited>(
    () => ({
      add: (one) => waiting.current.add(one),
      remove(one) {
        waiting.current.delete(one);
        if (waiting.current.size === 0) setShown(true);
      },
    }),
    [],
  );
  useEffect(() => {
    if (waiting.current.size === 0) setShown(true);
    const limit = setTimeout(() => setShown(true), LONGEST_WAIT_MS);
    return () => clearTimeout(limit);
  }, []);
  return (
    <AwaitedContext.Provider value={awaited}>
      <div style={{ visibility: isShown ? undefined : 'hidden' }}>{children}</div>
    </AwaitedContext.Provider>
  );
}

/** Holds back the first drawing of the page until this part has what it shows. */
export function useAwaited(isHere: boolean): void {
  const awaited = useContext(AwaitedContext);
  const self = useRef({});
  useLayoutEffect(() => {
    const one = self.current;
    if (isHere) awaited?.remove(one);
    else awaited?.add(one);
    return () => awaited?.remove(one);
  }, [awaited, isHere]);
}
