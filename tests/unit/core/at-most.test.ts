import { describe, expect, it } from 'vitest';
import { atMost } from '../../../src/core/at-most.ts';

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
    const ends = [inTurn(first?.run ?? soon), inTurn(second?.run ?? soon, aborting.signal), inTurn(third?.run ?? soon)];
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
