import { pauseReasonSchema } from '../../core/check/check-progress.ts';
import { z } from '../../core/schema.ts';
import { storedItem } from '../../core/store/stored-item.ts';

const gateMemorySchema = z.object({
  /** When requests were let through in the last hour, the oldest first. Epoch milliseconds. */
  passedAt: z.array(z.number()),
  /** Nothing passes before this moment. Epoch milliseconds. */
  closedUntil: z.number(),
  /** Left out: for its limit. */
  closedFor: z.exactOptional(pauseReasonSchema),
});

/** What the gate of requests remembers; in memory until the browser closes. */
export const requestGateItem = storedItem<z.infer<typeof gateMemorySchema>>({
  area: 'session',
  key: 'request-gate',
  schema: gateMemorySchema,
  initial: { passedAt: [], closedUntil: 0 },
});
