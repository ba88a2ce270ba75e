import { missingPrograms } from '../set-up/programs.mjs';

/** Why no test can drive a browser here; undefined where it can. */
export function obstacleToBrowsers(): string | undefined {
  const missing = missingPrograms('test');
  return missing.length > 0 ? `They need ${missing.join(', ')}, which this computer lacks.` : undefined;
}
