import { z } from '../../core/schema.ts';
import { parseVerdict } from './answers.ts';
import { errorDetail } from './error-detail.ts';
import type { BatchResult } from './outcome.ts';

const answerSchema = z.object({ batch_results: z.array(z.unknown()) });

const itemSchema = z.object({ batch_position: z.optional(z.unknown()), error: z.optional(z.unknown()) });

interface Item {
  readonly result: BatchResult;
  /** As told; null and undefined count as not told (contract: everything but `isAI` may be missing or null). */
  readonly position: unknown;
}

/**
 * What the answer of `/batch_image` or `/batch_video` to `count` inputs says of each, in their order; undefined when it is none.
 * Rule (contract, section Calls): items are matched by `batch_position`, from 0; the order counts only where no item has one and
 * there are as many items as inputs. `secrets` are never quoted.
 */
export function parseBatch(
  answer: unknown,
  count: number,
  secrets: readonly string[] = [],
): readonly BatchResult[] | undefined {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const items = parsed.data.batch_results.map((item) => readItem(item, secrets));
  return assign(items, count);
}

function assign(items: readonly Item[], count: number): readonly BatchResult[] {
  const inputs = Array.from({ length: count }, (_, index) => index);
  if (items.every(({ position }) => position === undefined)) {
    const isWhole = items.length === count;
    return inputs.map((index) => (isWhole && items[index]?.result) || { failed: 'unassignable' });
  }
  const positions = new Set(items.map(({ position }) => position));
  // Counted from 1 after all: every item would be taken for its neighbour's.
  if (positions.has(count) && !positions.has(0)) return inputs.map(() => ({ failed: 'unassignable' }));
  return inputs.map((index) => {
    const [one, ...others] = items.filter(({ position }) => position === index);
    if (!one) return { failed: 'no-answer' };
    return others.length > 0 ? { failed: 'several-answers' } : one.result;
  });
}

function readItem(item: unknown, secrets: readonly string[]): Item {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return { result: { failed: 'unreadable' }, position: undefined };
  const { batch_position: position, error } = parsed.data;
  const verdict = parseVerdict(item);
  return { result: verdict ?? failureOf(item, error, secrets), position: position ?? undefined };
}

function failureOf(item: unknown, error: unknown, secrets: readonly string[]): BatchResult {
  const detail = errorDetail(JSON.stringify(item), secrets);
  const isRefusal = (error ?? undefined) !== undefined || detail !== undefined;
  return { failed: isRefusal ? 'refused' : 'unreadable', ...(detail !== undefined && { detail }) };
}
