import { files } from './cases/files.ts';
import { forgeries } from './cases/forgeries.ts';
import { frames } from './cases/frames.ts';
import { intranet } from './cases/intranet.ts';
import { load } from './cases/load.ts';
import { names } from './cases/names.ts';
import { overriddenBuiltins } from './cases/overridden-builtins.ts';
import { reaching } from './cases/reaching.ts';
import { reading } from './cases/reading.ts';
import { tampering } from './cases/tampering.ts';
import type { HostileTheme } from './hostile-case.ts';

/** Every attack, by theme. */
export const HOSTILE_THEMES: readonly HostileTheme[] = [
  { theme: 'reads the panel', cases: reading },
  { theme: 'covers, moves or deletes the panel', cases: tampering },
  { theme: 'forges events and messages', cases: forgeries },
  { theme: 'overrides what scripts rely on', cases: overriddenBuiltins },
  { theme: 'keeps the browser busy', cases: load },
  { theme: 'gives names that are more than names', cases: names },
  { theme: 'serves files that are traps', cases: files },
  { theme: 'embeds frames', cases: frames },
  { theme: 'has the intranet fetched', cases: intranet },
  { theme: 'reaches for the extension', cases: reaching },
];
