// `npm run bench:metadata`: what reading metadata costs in Chromium, by the extension's own worker: a file without any, and large
// signed ones. Needs a build (`npm run build:chrome`).
import { statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { signFile } from '../fixtures/c2pa/sign-file.ts';
import { makeSignedFiles, type SignedName } from '../fixtures/c2pa/signed-files.ts';
import { makeTestSigner } from '../fixtures/c2pa/test-signer.ts';
import { makeNoise } from '../fixtures/make-video.ts';

const RUNS = 7;

/** The promise of the issue, in milliseconds. */
const LIMITS = { plain: 50, signed: 1_000 };

const { files } = await makeSignedFiles();
const bytesOf = (name: SignedName) => files.get(name)?.bytes ?? Buffer.alloc(0);
const signer = await makeTestSigner({ organisation: 'Bench' });

/** A JPEG of some ten megabytes: what follows its end is signed with it. */
const large = Buffer.concat([bytesOf('jpeg, stripped'), Buffer.alloc(9_800_000, 7)]);
const largeSigned = await signFile(large, 'image/jpeg', { signer, source: 'digitalCapture' });
const film = await makeNoise('a.mkv', 1);

const cases: readonly (readonly [string, Buffer, number | undefined])[] = [
  ['JPEG, 0.2 MB, no metadata', bytesOf('jpeg, stripped'), LIMITS.plain],
  ['JPEG, 10 MB, no metadata', large, LIMITS.plain],
  ['PNG, no metadata', bytesOf('png, stripped'), LIMITS.plain],
  ['MP4, no metadata', bytesOf('mp4, stripped'), LIMITS.plain],
  ['MKV, a format that is not read', film, LIMITS.plain],
  ['JPEG, 0.2 MB, signed', bytesOf('jpeg'), LIMITS.signed],
  ['JPEG, 10 MB, signed', largeSigned, LIMITS.signed],
  ['MP4, signed', bytesOf('mp4'), LIMITS.signed],
];

const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3') });
try {
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  const folder = await mkdtemp(join(tmpdir(), 'metadata-'));
  const rows = [];
  for (const [name, bytes, limitMs] of cases) {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    await page.evaluate(() =>
      document.body.replaceChildren(Object.assign(document.createElement('input'), { type: 'file' })),
    );
    await page.locator('input').setInputFiles(path);
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await page.evaluate(readOnce));
    const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
    const median = Math.round(sorted[Math.floor(RUNS / 2)] ?? 0);
    rows.push({
      file: name,
      MB: (statSync(path).size / 1e6).toFixed(1),
      state: times[0]?.state,
      'median ms': median,
      'limit ms': limitMs,
    });
    if (limitMs !== undefined && median > limitMs) process.exitCode = 1;
  }
  console.table(rows);
} finally {
  await chromium.close();
}

/** In the page: starts the worker, as the extension does for each file, and waits for its answer. */
function readOnce(): Promise<{ readonly ms: number; readonly state: string }> {
  const file = document.querySelector('input')?.files?.[0];
  const startedAt = performance.now();
  const worker = new Worker('/read-metadata.js');
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data: { fileMetadata } }) => {
      worker.terminate();
      resolve({ ms: performance.now() - startedAt, state: fileMetadata.unread ?? fileMetadata.credentials.state });
    };
    worker.postMessage({ file, moreAnchors: '' });
  });
}
