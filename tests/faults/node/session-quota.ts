import { fakeBrowser } from 'wxt/testing/fake-browser';

/** As much as browsers keep in `storage.session`, in bytes. */
const QUOTA_BYTES = 10_485_760;

const FILLER = 'filler';

/** Gives the fake browser's `storage.session` the quota that browsers keep. */
export function keepSessionQuota(): void {
  const { session } = fakeBrowser.storage;
  const [set, remove] = [session.set.bind(session), session.remove.bind(session)];
  const sizes = new Map<string, number>();
  Object.assign(session, {
    async set(items: Readonly<Record<string, unknown>>) {
      const added = Object.entries(items).map(
        ([key, value]) => [key, key.length + JSON.stringify(value).length] as const,
      );
      const after = new Map([...sizes, ...added]);
      const total = [...after.values()].reduce((sum, size) => sum + size, 0);
      if (total > QUOTA_BYTES)
        throw new Error('QuotaExceededError: storage.session API call exceeded its quota limitations.');
      for (const [key, size] of added) sizes.set(key, size);
      await set(items);
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) sizes.delete(key);
      await remove(keys);
    },
  });
}

/** Fills it until it takes nothing any more. */
export async function fillSessionStorage(): Promise<void> {
  const { session } = fakeBrowser.storage;
  const takes = (key: string, size: number) =>
    session.set({ [key]: 'x'.repeat(size) }).then(
      () => true,
      () => false, // Too large: a smaller one may fit.
    );
  for (let size = QUOTA_BYTES, index = 0; size > 1; size >>= 1, index += 1) await takes(FILLER + index, size);
  if (await takes(FILLER, 1_000)) throw new Error('storage.session still takes something');
}

/** Makes room again. */
export async function emptySessionStorage(): Promise<void> {
  const { session } = fakeBrowser.storage;
  await session.remove(Object.keys(await session.get(null)).filter((key) => key.startsWith(FILLER)));
}
