import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sessionRecords } from '../../../../src/background/store/session-records.ts';
import { z } from '../../../../src/core/schema.ts';

beforeEach(() => fakeBrowser.reset());

const schema = z.object({ id: z.string(), count: z.number() });

it('keeps each record under a key of its own, beside those of others', async () => {
  const [notes, others] = [
    sessionRecords({ prefix: 'note:', schema }),
    sessionRecords({ prefix: 'other-note:', schema }),
  ];
  await others.change([{ id: 'a', count: 9 }], []);
  await notes.change(
    [
      { id: 'a', count: 1 },
      { id: 'b', count: 2 },
    ],
    [],
  );
  await notes.change([{ id: 'b', count: 3 }], ['a', 'never-there']);
  expect(await notes.getAll()).toEqual([{ id: 'b', count: 3 }]);
  expect(await others.getAll()).toEqual([{ id: 'a', count: 9 }]);
});

it('takes a record that does not fit for one that is not there', async () => {
  const notes = sessionRecords({ prefix: 'note:', schema });
  await notes.change([{ id: 'a', count: 1 }], []);
  await fakeBrowser.storage.session.set({ 'note:b': { id: 'b', count: 'many' } });
  expect(await notes.getAll()).toEqual([{ id: 'a', count: 1 }]);
});

it('reads the session once for records of two kinds that are taken up at the same time, and anew after that', async () => {
  const [notes, others] = ['note:', 'other:'].map((prefix) => sessionRecords({ prefix, schema }));
  await others?.change([{ id: 'a', count: 9 }], []);
  const get = vi.spyOn(fakeBrowser.storage.session, 'get');
  expect(await Promise.all([notes?.getAll(), others?.getAll()])).toEqual([[], [{ id: 'a', count: 9 }]]);
  expect(get).toHaveBeenCalledTimes(1);
  await notes?.change([{ id: 'b', count: 1 }], []);
  expect(await notes?.getAll()).toEqual([{ id: 'b', count: 1 }]);
});
