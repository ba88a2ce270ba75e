import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { isLarge } from './is-large.ts';

/**
 * Calls back in a frame that is large enough and in view, once the background has said that images are checked as they are shown in the
 * page around it: of that page a frame of another site knows nothing. Until then, and where they are not, nothing is looked at.
 */
export function whenWanted(begin: () => void): void {
  const stop = new AbortController();
  const views = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    stop.abort();
    views.disconnect();
    void sendToBackground('isAutomaticHere', {})
      .then((isWanted) => isWanted && begin())
      .catch(logFault);
  });

  function look(): void {
    views.disconnect();
    if (isLarge({ width: innerWidth, height: innerHeight })) views.observe(document.documentElement);
  }

  addEventListener('resize', look, { signal: stop.signal });
  look();
}
