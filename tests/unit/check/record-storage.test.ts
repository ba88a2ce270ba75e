import { describe, expect, it } from 'vitest';
import { type RecordStorage, writeThrough } from '../../../src/check/record-storage.ts';

interface Note {
  readonly id: string;
  readonly text: string;
}

/** A memory of notes, over a storage whose writes end when the test says so. */
function notes({ fails = false } = {}) {
  const memory = new Map<string, Note>();
  const writes: { puts: readonly Note[]; removedIds: readonly string[]; end: () => void }[] = [];
  const faults: unknown[] = [];
  const storage: RecordStorage<Note> = {
    getAll: async () => [],
    change(puts, removedIds) {
      if (fails) return Promise.reject(new Error('full'));
      return new Promise((end) => writes.push({ puts, removedIds, end }));
    },
  };
  const through = writeThrough(
    storage,
    (id) => memory.get(id),
    () => undefined,
    (error) => faults.push(error),
  );
  const put = (id: string, text: string) => {
    memory.set(id, { id, text });
    through.changed(id);
  };
  const remove = (id: string) => {
    memory.delete(id);
    through.changed(id);
  };
  return { ...through, put, remove, writes, faults };
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
    const { put, stored, faults } = notes({ fails: true });
    put('a', 'one');
    await stored();
    put('a', 'two');
    await stored();
    expect(faults).toEqual([new Error('full'), new Error('full')]);
  });
});
