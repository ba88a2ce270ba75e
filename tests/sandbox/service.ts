import type { Account } from './account.ts';
import type { Recorder } from './recorder.ts';
import type { SandboxLimits } from './sandbox-limits.ts';
import type { Script } from './script.ts';
import type { TokenStore } from './token-store.ts';

/** What every part of a running sandbox works with. */
export interface Service {
  readonly accounts: readonly Account[];
  readonly limits: SandboxLimits;
  readonly recordedBodyBytes: number;
  readonly recorder: Recorder;
  readonly script: Script;
  readonly tokens: TokenStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
