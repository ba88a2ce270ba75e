import { hasRuntime } from '../../core/browser/quirks.ts';

/** Where the script that serves this frame is known to later ones, in the world that pages do not see. */
const CLAIM = 'checkWithBitmindScript-';

/**
 * Whether this is the one script of its kind that serves the frame: a second one would answer every message twice. One of a version that
 * has been updated meanwhile answers nothing any more, and does not count.
 */
export function claimFrame(script: 'page' | 'clip' | 'page-check'): boolean {
  const isServed: unknown = Reflect.get(globalThis, CLAIM + script);
  if (typeof isServed === 'function' && isServed() === true) return false;
  Reflect.set(globalThis, CLAIM + script, hasRuntime);
  return true;
}
