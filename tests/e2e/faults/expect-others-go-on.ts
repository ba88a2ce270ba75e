import { expect } from '@playwright/test';
import { hasEnded } from '../../../src/background/check/check-state.ts';
import { ENDPOINTS, type EndpointPath } from '../../sandbox/endpoint.ts';
import type { FaultBrowser } from './fault-browser.ts';
import type { RequestCounts } from './fault-case.ts';

/** How often each endpoint was asked. */
export function requestCounts({ sandbox }: FaultBrowser): RequestCounts {
  const paths = Object.keys(ENDPOINTS) as EndpointPath[];
  return Object.fromEntries(
    paths.flatMap((path) => (sandbox.requests(path).length > 0 ? [[path, sandbox.requests(path).length]] : [])),
  );
}

/** Another check goes through, and nothing of the one before is sent any more. */
export async function expectOthersGoOn(browser: FaultBrowser): Promise<void> {
  browser.sandbox.reset();
  const keptBefore = await browser.storedResults();
  const other = await browser.begin('other-image');
  await other.waitFor('of another image to end', ({ state }) => hasEnded(state));
  expect((await other.records()).map(({ verdict }) => verdict?.isAi)).toEqual([false]);
  // The case may have cost the token, and a page of the extension that was opened anew looks how the account is.
  const { '/v1/oauth/token': _token, '/health': _health, '/status': _status, ...counts } = requestCounts(browser);
  expect(counts).toEqual({ '/image': 1 });
  await expect.poll(browser.storedResults).toBe(keptBefore + 1);
}
