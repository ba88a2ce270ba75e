import { describe, expect, it } from 'vitest';
import { parseBatch } from '../../../../src/background/service/batch-answer.ts';

/** An item as documented; `more` and null in it change that. */
function item(position: unknown, confidence = 0.9, more: object = {}) {
  return { isAI: confidence >= 0.5, confidence, processingTime: 0.1, batch_position: position, ...more };
}

/** The confidence of each input's verdict, or why it has none. */
function resultsOf(items: readonly unknown[], count: number) {
  const answer = parseBatch({ batch_results: items, batch_count: items.length, request_id: 'r1' }, count);
  return answer?.map((result) => ('failed' in result ? result.failed : result.confidence));
}

const bare = (confidence: number) => ({ isAI: confidence >= 0.5, confidence });

describe('the answer to a batch gives each input its own verdict, or none', () => {
  it.each<[string, readonly unknown[], number, readonly unknown[]]>([
    ['in order', [item(0, 0.9), item(1, 0.1)], 2, [0.9, 0.1]],
    ['shuffled', [item(2, 0.3), item(0, 0.1), item(1, 0.2)], 3, [0.1, 0.2, 0.3]],
    ['without any position', [bare(0.9), bare(0.1)], 2, [0.9, 0.1]],
    ['with null for every position', [item(null, 0.9), item(null, 0.1)], 2, [0.9, 0.1]],
    ['without positions and too short', [bare(0.9)], 2, ['unassignable', 'unassignable']],
    ['without positions and too long', [bare(0.9), bare(0.8), bare(0.7)], 2, ['unassignable', 'unassignable']],
    ['without positions, one an error', [bare(0.9), { error: 'bad file' }], 2, [0.9, 'refused']],
    ['short', [item(1, 0.2)], 3, ['no-answer', 0.2, 'no-answer']],
    ['empty', [], 1, ['unassignable']],
    ['a position twice', [item(0, 0.9), item(1, 0.1), item(1, 0.1)], 2, [0.9, 'several-answers']],
    ['a position twice, once as an error', [item(0), { error: 'x', batch_position: 0 }], 1, ['several-answers']],
    ['a position beyond the end', [item(0, 0.9), item(7, 0.1)], 2, [0.9, 'no-answer']],
    ['a position below 0', [item(0, 0.9), item(-1, 0.1)], 2, [0.9, 'no-answer']],
    ['a position with a fraction', [item(0, 0.9), item(0.5, 0.1)], 2, [0.9, 'no-answer']],
    ['a position as text', [item('0', 0.9), item('1', 0.1)], 2, ['no-answer', 'no-answer']],
    ['a position for one alone', [item(1, 0.1), bare(0.9)], 2, ['no-answer', 0.1]],
    ['counted from 1', [item(1, 0.9), item(2, 0.1)], 2, ['unassignable', 'unassignable']],
    ['long', [item(0, 0.9), item(1, 0.1), item(2, 0.2)], 2, [0.9, 0.1]],
    ['an item with an error', [item(0), { batch_position: 1, error: 'cannot decode' }], 2, [0.9, 'refused']],
    ['an error beside a verdict', [item(0, 0.9, { error: 'slow' })], 1, [0.9]],
    ['isAI null', [item(0, 0.9, { isAI: null })], 1, ['unreadable']],
    ['isAI as text', [item(0, 0.1, { isAI: 'false' })], 1, ['unreadable']],
    ['isAI missing', [{ batch_position: 0, confidence: 0.02 }], 1, ['unreadable']],
    ['no object', [item(0), 'false', 7, null], 2, [0.9, 'no-answer']],
  ])('%s', (_name, items, count, results) => {
    expect(resultsOf(items, count)).toEqual(results);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a verdict', { isAI: false, confidence: 0.1 }],
    ['results that are no list', { batch_results: { 0: item(0) } }],
  ])('%s is none', (_name, answer) => {
    expect(parseBatch(answer, 1)).toBeUndefined();
  });

  it("quotes the service's words for a failed item, and no secret", () => {
    const items = [
      { batch_position: 0, error: 'cannot decode' },
      { batch_position: 1, error: { message: 'key canary-secret may not' } },
    ];
    expect(parseBatch({ batch_results: items }, 2, ['canary-secret'])).toEqual([
      { failed: 'refused', detail: 'cannot decode' },
      { failed: 'refused' },
    ]);
  });
});
