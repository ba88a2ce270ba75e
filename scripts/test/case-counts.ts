/** Folders of tests/e2e whose tests are cases of a list: how many of them held is said by name. */
const FOLDERS = ['faults', 'hostile'];

/** As much of Playwright's JSON report as is read here. */
export interface CaseSuite {
  readonly suites?: readonly CaseSuite[];
  readonly specs?: readonly { readonly file: string; readonly tests: readonly { readonly status: string }[] }[];
}

/** A line for each of those folders in a report: how many cases ran, and how many held. */
export function caseLines(report: CaseSuite): string[] {
  const statuses = statusesIn(report);
  return FOLDERS.flatMap((folder) => {
    const own = statuses.filter(({ file }) => file.startsWith(`${folder}/`));
    const ran = own.filter(({ status }) => status !== 'skipped');
    const held = ran.filter(({ status }) => status === 'expected');
    return own.length > 0 ? [`${folder}: ${ran.length} of ${own.length} cases ran, ${held.length} held`] : [];
  });
}

function statusesIn({ specs = [], suites = [] }: CaseSuite): { file: string; status: string }[] {
  const own = specs.flatMap(({ file, tests }) => tests.map(({ status }) => ({ file, status })));
  return [...own, ...suites.flatMap(statusesIn)];
}
