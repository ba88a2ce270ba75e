import { describe, expect, it } from 'vitest';
import { atMost, type Owner } from '../../../src/background/at-most.ts';

/** Work that goes on until it is let go, and says that it has begun. */
function work(begun: string[], name: string) {
  const { promise, resolve: letGo } = Promise.withResolvers<string>();
  return {
    letGo: () => letGo(name),
    run: () => {
      begun.push(name);
      return promise;
    },
  };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

/** Asks for a turn for each in this order, and tells in which they begin, each ending soon after. */
async function orderOf(room: number, asked: readonly (readonly [owner: Owner, weight: number])[]): Promise<string[]> {
  const inTurn = atMost(room);
  const first = Promise.withResolvers<void>();
  const before = inTurn(() => first.promise, { weight: room });
  const order: string[] = [];
  const works = asked.map(([owner, weight], at) =>
    inTurn(
      async () => {
        order.push(`${String(owner)}${at}`);
        await soon();
      },
      { owner, weight },
    ),
  );
  first.resolve();
  await Promise.all([before, ...works]);
  return order;
}

const hundred = Array.from({ length: 100 }, () => ['a', 1] as const);

it.each([
  { name: 'one owner: in its order', asked: hundred.slice(0, 3), begun: ['a0', 'a1', 'a2'] },
  {
    name: 'a second owner: after one of the first',
    asked: [...hundred, ['b', 1]] as const,
    begun: ['a0', 'b100', 'a1'],
  },
  {
    name: 'two behind many: one of each in turn',
    asked: [...hundred, ['b', 1], ['b', 1], ['c', 1]] as const,
    begun: ['a0', 'b100', 'c102', 'a1', 'b101', 'a2'],
  },
])('$name', async ({ asked, begun }) => {
  expect((await orderOf(1, asked)).slice(0, begun.length)).toEqual(begun);
});

it('what does not fit yet is not passed by for ever', async () => {
  const asked = [
    ['a', 1],
    ['b', 3],
    ['a', 1],
    ['c', 1],
  ] as const;
  expect(await orderOf(3, asked)).toEqual(['a0', 'b1', 'c3', 'a2']);
});

describe('what takes turns', () => {
  it('runs so many at one time, the others in their order', async () => {
    const begun: string[] = [];
    const inTurn = atMost(2);
    const works = ['a', 'b', 'c', 'd'].map((name) => work(begun, name));
    const all = works.map(({ run }) => inTurn(run));
    await soon();
    expect(begun).toEqual(['a', 'b']);
    works[1]?.letGo();
    await soon();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const { letGo } of works) letGo();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives its turn on when it fails', async () => {
    const inTurn = atMost(1);
    const failed = inTurn(() => Promise.reject(new Error('no')));
    const next = inTurn(async () => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('leaves the queue when it is aborted there, and runs never', async () => {
    const begun: string[] = [];
    const inTurn = atMost(1);
    const [first, second, third] = ['a', 'b', 'c'].map((name) => work(begun, name));
    const aborting = new AbortController();
    const ends = [
      inTurn(first?.run ?? soon),
      inTurn(second?.run ?? soon, { signal: aborting.signal }),
      inTurn(third?.run ?? soon),
    ];
    aborting.abort();
    await expect(ends[1]).rejects.toMatchObject({ name: 'AbortError' });
    first?.letGo();
    await soon();
    expect(begun).toEqual(['a', 'c']);
    third?.letGo();
    await Promise.all([ends[0], ends[2]]);
  });

  it('gives its turn on before its end where it leaves, once', async () => {
    const begun: string[] = [];
    const inTurn = atMost(1);
    const [first, second, third] = ['a', 'b', 'c'].map((name) => work(begun, name));
    const ends = [
      inTurn(async (leave) => {
        leave();
        leave();
        return first?.run();
      }),
      inTurn(second?.run ?? soon),
      inTurn(third?.run ?? soon),
    ];
    await soon();
    expect(begun).toEqual(['a', 'b']);
    first?.letGo();
    await soon();
    expect(begun).toEqual(['a', 'b']);
    second?.letGo();
    third?.letGo();
    await Promise.all(ends);
  });
});
