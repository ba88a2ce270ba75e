import { useEffect, useState } from 'preact/hooks';

/** What stands after "#" in the page's address: the id of the result that is open. Empty: none is. */
export function useHash(): readonly [hash: string, setHash: (hash: string) => void] {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [
    hash,
    (next) => {
      history.replaceState(null, '', next === '' ? location.pathname : `#${next}`);
      setHash(next);
    },
  ];
}
