import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoRoomError, type RecordStorage, writeThrough } from '../../../../src/background/store/record-storage.ts';

interface Note {
  readonly id: string;
  readonly text: string;
}

/** A memory of notes, over a storage whose writes end when the test says so. */
function notes({ failure }: { failure?: Error } = {}) {
  let failing = failure;
  const toSpare: string[] = [];
  const memory = new Map<string, Note>();
  const writes: { puts: readonly Note[]; removedIds: readonly string[]; end: () => void }[] = [];
  const faults: unknown[] = [];
  const storage: RecordStorage<Note> = {
    getAll: async () => [],
    change(puts, removedIds) {
      if (failing && puts.length > 0) return Promise.reject(failing);
      if (failing) {
        writes.push({ puts, removedIds, end: () => undefined });
        return Promise.resolve();
      }
      return new Promise((end) => writes.push({ puts, removedIds, end }));
    },
  };
  const through = writeThrough(
    storage,
    (id) => memory.get(id),
    () => undefined,
    (error) => faults.push(error),
    () => toSpare.splice(0),
  );
  const put = (id: string, text: string) => {
    memory.set(id, { id, text });
    through.changed(id);
  };
  const remove = (id: string) => {
    memory.delete(id);
    through.changed(id);
  };
  const recover = () => {
    failing = undefined;
  };
  return { ...through, put, remove, writes, faults, recover, toSpare };
}

/** Until what can happen by itself has happened. */
const settled = () => new Promise((done) => setImmediate(done));

describe('what is written through', () => {
  it('is what has changed, and no other record', async () => {
    const { put, remove, writes } = notes();
    put('a', 'one');
    put('b', 'one');
    await settled();
    writes[0]?.end();
    await settled();
    put('b', 'two');
    remove('a');
    await settled();
    expect(writes.map(({ puts, removedIds }) => ({ puts, removedIds }))).toEqual([
      {
        puts: [
          { id: 'a', text: 'one' },
          { id: 'b', text: 'one' },
        ],
        removedIds: [],
      },
      { puts: [{ id: 'b', text: 'two' }], removedIds: ['a'] },
    ]);
  });

  it('waits for the write under way, and is then the latest, once', async () => {
    const { put, stored, writes } = notes();
    put('a', 'one');
    await settled();
    put('a', 'two');
    put('a', 'three');
    await settled();
    expect(writes).toHaveLength(1);
    writes[0]?.end();
    await settled();
    expect(writes.map(({ puts }) => puts[0]?.text)).toEqual(['one', 'three']);
    writes[1]?.end();
    await stored();
  });

  it('goes on after a write that failed, which is told', async () => {
    const { put, stored, faults } = notes({ failure: new Error('broken') });
    put('a', 'one');
    await stored();
    put('a', 'two');
    await stored();
    expect(faults).toEqual([new Error('broken'), new Error('broken')]);
  });
});

describe('what cannot be written', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is not left there as it was, and is written once it can be', async () => {
    const { put, stored, writes, recover } = notes({ failure: new NoRoomError() });
    put('a', 'one');
    await stored();
    expect(writes).toMatchObject([{ puts: [], removedIds: ['a'] }]);
    recover();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(writes[1]).toMatchObject({ puts: [{ id: 'a', text: 'one' }], removedIds: [] });
  });

  it('is written together with the next that changes', async () => {
    const { put, stored, writes, recover } = notes({ failure: new NoRoomError() });
    put('a', 'one');
    await stored();
    recover();
    put('b', 'two');
    await vi.waitFor(() => expect(writes).toHaveLength(2));
    expect(writes[1]?.puts).toEqual([
      { id: 'a', text: 'one' },
      { id: 'b', text: 'two' },
    ]);
  });

  it('is tried by itself three times', async () => {
    const { put, faults } = notes({ failure: new NoRoomError() });
    put('a', 'one');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(faults).toHaveLength(4);
  });

  it.each([
    ['for want of room, takes the place of what can be spared', new NoRoomError(), [['old'], ['a']]],
    ['for another reason, takes the place of none', new Error('broken'), [['a']]],
  ])('%s', async (_, failure, removals) => {
    const { put, stored, writes, toSpare } = notes({ failure });
    toSpare.push('old');
    put('a', 'one');
    await stored();
    expect(writes.map(({ removedIds }) => removedIds)).toEqual(removals);
  });
});
