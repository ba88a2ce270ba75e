import type { Call } from './call.ts';
import { readDeclaredOrigin } from './declared-origin.ts';
import { judgeOrigin } from './judge-origin.ts';
import type { Verdict } from './verdict.ts';

/**
 * The verdict on one file: the script's, else what the file declares about itself. `position` is its place in a batch.
 */
export function judgeFile(call: Call, position: number, type: string, bytes: Buffer | undefined): Verdict {
  const { verdict } = call.behaviour;
  if (typeof verdict === 'function') return verdict(bytes);
  const scripted = verdict !== undefined && 'isAI' in verdict ? verdict : verdict?.[position];
  return scripted ?? judgeOrigin(bytes === undefined ? { kind: 'none' } : readDeclaredOrigin(bytes, type));
}
