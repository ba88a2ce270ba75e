import assert from 'node:assert/strict';
import { ENDPOINTS, type EndpointPath } from '../sandbox/endpoint.ts';
import type { BegunCheck, FaultBed } from './fault-bed.ts';
import type { RequestCounts } from './fault-case.ts';

/** How often each endpoint was asked. */
export function requestCounts({ sandbox }: Pick<FaultBed, 'sandbox'>): RequestCounts {
  const paths = Object.keys(ENDPOINTS) as EndpointPath[];
  return Object.fromEntries(
    paths.flatMap((path) => (sandbox.requests(path).length > 0 ? [[path, sandbox.requests(path).length]] : [])),
  );
}

/** Waits until so many results are in the history, and throws where they are not so many. */
export async function expectStoredResults({ waitFor, storedResults }: FaultBed, count: number): Promise<void> {
  await waitFor(
    `${count} results in the history`,
    async () => ((await storedResults()) === count ? true : undefined),
    async () => String(await storedResults()),
  );
}

/** Waits until a button is there, and throws where it does not come. */
export async function expectButton({ waitFor }: FaultBed, { shown }: BegunCheck, name: string): Promise<void> {
  await waitFor(
    `the button “${name}”`,
    async () => (await shown.buttons()).includes(name) || undefined,
    async () => (await shown.buttons()).join(' | '),
  );
}

/** Another check goes through, and nothing of the one before is sent any more. */
export async function expectOthersGoOn(bed: FaultBed): Promise<void> {
  bed.sandbox.reset();
  const keptBefore = await bed.storedResults();
  const other = await bed.begin('other-image');
  await other.waitFor('of another image to end', ({ hasEnded }) => hasEnded);
  assert.deepEqual(
    (await other.now()).map(({ isAi }) => isAi),
    [false],
  );
  // The case may have cost the token, and a page of the extension that was opened anew looks how the account is.
  const { '/v1/oauth/token': _token, '/health': _health, '/status': _status, ...counts } = requestCounts(bed);
  assert.deepEqual(counts, { '/image': 1 });
  await expectStoredResults(bed, keptBefore + 1);
}
