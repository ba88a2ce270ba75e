import { vi } from 'vitest';

/** As long as browsers are waited for: Vitest's own second is short for a busy machine. Milliseconds. */
const WAIT_LIMIT_MS = 15_000;

// Vitest has a setting for expect.poll alone.
const { waitFor } = vi;
vi.waitFor = (callback, options = WAIT_LIMIT_MS) => waitFor(callback, options);
