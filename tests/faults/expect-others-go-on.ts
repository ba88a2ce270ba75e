import assert from 'node:assert/strict';
import { hasEnded } from '../../src/background/check/check-state.ts';
import { ENDPOINTS, type EndpointPath } from '../sandbox/endpoint.ts';
import type { FaultBed } from './fault-bed.ts';
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

/** Another check goes through, and nothing of the one before is sent any more. */
export async function expectOthersGoOn(bed: FaultBed): Promise<void> {
  bed.sandbox.reset();
  const keptBefore = await bed.storedResults();
  const other = await bed.begin('other-image');
  await other.waitFor('of another image to end', ({ state }) => hasEnded(state));
  assert.deepEqual(
    (await other.records()).map(({ verdict }) => verdict?.isAi),
    [false],
  );
  // The case may have cost the token, and a page of the extension that was opened anew looks how the account is.
  const { '/v1/oauth/token': _token, '/health': _health, '/status': _status, ...counts } = requestCounts(bed);
  assert.deepEqual(counts, { '/image': 1 });
  await expectStoredResults(bed, keptBefore + 1);
}
