import type { CheckRecord } from './check-record.ts';

/** Stages kept of one check: a check that was tried again and again has its latest. */
const MAX_STAGES = 24;

/** A check with the state it is in now among its stages. */
export function withStage(check: CheckRecord, at: number): CheckRecord {
  const { stages = [], state } = check;
  if (stages.at(-1)?.state === state) return check;
  return { ...check, stages: [...stages, { state, at }].slice(-MAX_STAGES) };
}
