import { expect, it } from 'vitest';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import { requestLogLine } from '../../sandbox/request-log-line.ts';
import { call, fileForm, WITH_API_KEY } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

it('the log has one line a request, and no credential', async () => {
  const lines: string[] = [];
  const sandbox = await createSandbox({ onEnded: (record) => lines.push(requestLogLine(record)) });
  const body = fileForm(['images', 'image/png', TINY_MEDIA.png], ['images', 'image/png', TINY_MEDIA.png]);
  await call(sandbox.origin, '/health?api_key=enterprise-sandbox-key');
  await call(sandbox.origin, '/batch_image', { method: 'POST', headers: WITH_API_KEY, body });
  await sandbox.waitForRequest('/batch_image', 1, 'ended');
  await sandbox.close();
  expect(lines).toEqual([
    expect.stringMatching(/^#1 GET \/health → 400 \(0 bytes, \d+ ms\)$/),
    expect.stringMatching(/^#2 POST \/batch_image → 200 \(\d+ bytes, 2 files, \d+ ms\)$/),
  ]);
});
