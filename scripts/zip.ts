// `npm run zip`: the packages for the stores, into .output/packages. The same sources give the same bytes.
import { join } from 'node:path';
import { writePackages } from './zip/write-packages.ts';

for (const { file, sha256 } of await writePackages(join(import.meta.dirname, '../.output/packages'))) {
  console.log(`${sha256}  ${file}`);
}
