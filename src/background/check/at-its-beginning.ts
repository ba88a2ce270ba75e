import type { CheckRecord } from '../../core/check/check-record.ts';

/** A check at its beginning, whatever became of it before: what the user said and chose stays. */
export function atItsBeginning({
  id,
  media,
  fromScreen,
  pageRun,
  restarts,
  agreed,
  stages,
  startedAt,
}: CheckRecord): CheckRecord {
  return {
    ...{ id, media, fromScreen, startedAt, state: 'reading' },
    ...(pageRun !== undefined && { pageRun }),
    ...(restarts !== undefined && { restarts }),
    ...(agreed && { agreed }),
    ...(stages && { stages }),
  };
}
