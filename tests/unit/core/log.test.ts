import { afterEach, describe, expect, it, vi } from 'vitest';
import { logFault } from '../../../src/core/log.ts';

afterEach(() => vi.restoreAllMocks());

/** What is written of a fault. */
function written(fault: unknown): string {
  const write = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  logFault(fault);
  return write.mock.calls.flat().join('\n');
}

describe('the log of a fault', () => {
  it('names its kind and its places in the code', () => {
    expect(written(new TypeError('canary'))).toMatch(/TypeError\n\s+at .*log\.test\.ts:\d+:\d+/);
  });

  it.each(['canary', 'first line\ncanary', 'first\n    at canary'])('holds nothing of its message %j', (message) => {
    expect(written(new Error(message))).not.toContain('canary');
  });

  it('reads the stacks of Firefox', () => {
    const fault = new Error('canary');
    fault.stack = 'save@moz-extension://1/background.js:1:20\n@moz-extension://1/background.js:3:4\n';
    expect(written(fault)).toContain('save@moz-extension://1/background.js:1:20\n@moz');
  });
});
