/** A command of the documents as a test runs it: with what keeps it from building anew under the feet of other tests. */
export interface RunCommand {
  readonly words: string;
  readonly script: string;
  readonly args: readonly string[];
  /** What it says when it has done what it is for. */
  readonly says: RegExp;
  /** It goes on until somebody ends it. */
  readonly isEndless?: boolean;
}

/** Run by tests/e2e/commands.spec.ts, without a display. */
export const RUN_COMMANDS: readonly RunCommand[] = [
  { words: 'start', script: 'scripts/start.ts', args: ['--built'], says: /Likely AI-generated/ },
  { words: 'dev', script: 'scripts/dev.ts', args: ['--built'], says: /Ready in chrome/, isEndless: true },
  {
    words: 'dev -- firefox',
    script: 'scripts/dev.ts',
    args: ['firefox', '--built'],
    says: /Ready in firefox/,
    isEndless: true,
  },
  { words: 'screenshots', script: 'scripts/screenshots.ts', args: ['--built', 'en'], says: /options\.png/ },
  {
    words: 'test:pages',
    script: 'tests/pages/check-pages.ts',
    args: ['tests/pages/written', '--only', 'lightbox'],
    says: /^1 of 1 pages without a fault/m,
  },
  {
    words: 'sandbox',
    script: 'tests/sandbox/main.ts',
    args: ['--port', '0'],
    says: /BitMind sandbox at/,
    isEndless: true,
  },
];

/** Run by tests/repo/documents.test.ts, since they are quick and change nothing. */
export const QUICK_COMMANDS: readonly RunCommand[] = [
  { words: 'locales', script: 'scripts/locales.ts', args: [], says: /ar: complete/ },
  {
    words: 'release',
    script: 'scripts/release.ts',
    args: ['99.0.0', '--dry-run'],
    says: /^Would commit, and tag it v99\.0\.0$/m,
  },
];

/** Why no test runs them as people do. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  test: 'it is what runs the tests',
  'test:long': 'waits for what takes minutes; run before a release',
  build: 'npm test builds for both browsers',
  'build:chrome': 'npm test runs the same tool',
  'build:firefox': 'npm test runs the same tool',
  zip: 'tests/repo/full/packages.test.ts makes the same packages',
  format: 'npm test asks the same tool whether there is anything to do',
  outdated: 'asks the registry of npm',
  visual: 'writes the pictures with which npm test compares',
  'media-table': 'npm test holds the table against the cases',
  'capability-table': 'tests/repo/capability-table.test.ts makes the same table',
  'error-table': 'tests/repo/error-table.test.ts makes the same table',
  bench: 'measures, which tests beside it would spoil',
  'bench:panel': 'measures, which tests beside it would spoil',
  'bench:video': 'measures, which tests beside it would spoil',
  'bench:history': 'measures, which tests beside it would spoil',
  'bench:convert': 'measures, which tests beside it would spoil',
  'bench:metadata': 'measures, which tests beside it would spoil',
  'bench:automatic': 'measures, which tests beside it would spoil',
  'bench:badges-cost': 'measures, which tests beside it would spoil',
  'bench:grow': 'measures, which tests beside it would spoil',
  'bench:side-panel': 'measures, which tests beside it would spoil',
  'bench:memory': 'measures, which tests beside it would spoil',
  postinstall: 'npm runs it by itself',
  'start:ready': 'npm start runs it',
  'test:ready': 'npm test runs it',
};
