import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import schema from '../../public/managed-schema.json' with { type: 'json' };
import { POLICY_NAMES } from '../../src/background/store/policy.ts';

const DOCS = join(import.meta.dirname, '../../docs');

describe('the policy', () => {
  it('is described to Chrome and Edge by the names the code reads', () => {
    expect(Object.keys(schema.properties)).toEqual([...POLICY_NAMES]);
  });

  it.each(POLICY_NAMES)('%s is explained to administrators, and is in the Windows template', (name) => {
    expect(readFileSync(join(DOCS, 'admin.md'), 'utf8')).toContain(`\`${name}\``);
    expect(readFileSync(join(DOCS, 'policies/check-with-bitmind.admx'), 'utf8')).toContain(`"${name}"`);
  });

  it.each(['chrome-linux.json', 'firefox-policies.json'])('the example %s sets nothing but what there is', (file) => {
    const example: unknown = JSON.parse(readFileSync(join(DOCS, 'policies', file), 'utf8'));
    const names = namesIn(example, 'extensions');
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !POLICY_NAMES.includes(name))).toEqual([]);
  });
});

describe('the examples for administrators', () => {
  it.each([
    ['chrome-linux.json', 'force_installed'],
    ['firefox-policies.json', 'force_installed'],
    ['chrome-macos.mobileconfig', 'ExtensionInstallForcelist'],
    ['chrome-windows.reg', 'ExtensionInstallForcelist'],
  ])('%s also install the extension', (file, words) => {
    expect(readFileSync(join(DOCS, 'policies', file), 'utf8')).toContain(words);
  });
});

/** The names that are set for each extension of a policy file. */
function namesIn(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.toLowerCase() === key
      ? Object.values(inner).flatMap((policy) => Object.keys(Object(policy)))
      : namesIn(inner, key),
  );
}
