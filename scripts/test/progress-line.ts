import { countsOf, type Group } from './group.ts';

/** How far a run has come, in one line: the groups that run, what failed so far, and how long it is still to take. */
export function progressLine(running: readonly Group[], failed: number, leftMs: number | undefined): string {
  const all = failed + running.reduce((total, group) => total + countsOf(group).failed, 0);
  const groups = running.map(
    ({ name, parts, took }) => `${name}: ${parts ? `${took.size} of ${parts.length}` : 'starting'}`,
  );
  const left = leftMs === undefined ? [] : [`about ${inWords(leftMs)} left`];
  return [groups.join(', '), `${all} failed so far`, ...left].join(' · ');
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
