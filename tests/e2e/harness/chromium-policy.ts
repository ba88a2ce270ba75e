import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian's and Ubuntu's Chromium looks for policies. */
const FOLDER = '/etc/chromium/policies/managed';

/** A real policy file, for one extension alone. */
export interface ChromiumPolicy {
  /** Sets what the administrator sets; a running Chromium takes it up within some seconds. */
  set(policy: Readonly<Record<string, unknown>>): Promise<void>;
  remove(): Promise<void>;
}

/** The policy file for one extension. Throws when this user may not write where Chromium reads it. */
export async function chromiumPolicy(extensionId: string): Promise<ChromiumPolicy> {
  const file = join(FOLDER, `check-with-bitmind-test-${extensionId}.json`);
  try {
    await mkdir(FOLDER, { recursive: true });
  } catch (cause) {
    throw new Error(`this test writes a policy file: run it as root, or make ${FOLDER} writable`, { cause });
  }
  return {
    set: (policy) => writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } })),
    remove: () => rm(file, { force: true }),
  };
}
