import type { TestEnd } from './test-event.ts';

/** Folders of tests/e2e whose tests are cases of a list: how many of them held is said by name. */
const FOLDERS = ['faults', 'hostile'];

/** A line for each of those folders: how many of its cases ran, and how many held. */
export function caseLines(ends: readonly TestEnd[]): string[] {
  return FOLDERS.flatMap((folder) => {
    const own = ends.filter(({ file }) => file.startsWith(`tests/e2e/${folder}/`));
    const ran = own.filter(({ outcome }) => outcome !== 'skipped');
    const held = ran.filter(({ outcome }) => outcome === 'passed');
    return own.length > 0 ? [`${folder}: ${ran.length} of ${own.length} cases ran, ${held.length} held`] : [];
  });
}
