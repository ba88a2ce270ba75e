import { pauseReasonSchema } from '../../core/check/check-progress.ts';
import { z } from '../../core/schema.ts';
import { storedItem } from '../../core/store/stored-item.ts';
import type { GateMemory } from '../service/request-gate.ts';

/** What the gate of requests remembers; in memory until the browser closes. */
export const requestGateItem = storedItem<GateMemory>({
  key: 'session:request-gate',
  schema: z.object({
    passedAt: z.array(z.number()),
    closedUntil: z.number(),
    closedFor: z.exactOptional(pauseReasonSchema),
  }),
  initial: { passedAt: [], closedUntil: 0 },
  version: 1,
});
