/**
 * The time of a processor that some work takes of this process, in milliseconds: what a file may cost. The time on the wall would
 * depend on what else the machine does.
 */
export async function cpuTimeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
