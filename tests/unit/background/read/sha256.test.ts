import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../src/background/read/sha256.ts';

it.each([0, 1, 16_000_000, 16_000_001, 40_000_003])('a Blob of %i bytes has the digest of its bytes', async (size) => {
  const bytes = Buffer.alloc(size, 'some bytes that repeat');
  expect(await sha256(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'));
});
