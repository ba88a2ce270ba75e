import type { RequestRecord } from './request-record.ts';

/** One line about a request that has ended. Without its headers and query: a log is no place for credentials. */
export function requestLogLine(record: RequestRecord): string {
  const { number, method, path, outcome, status, bodySize, parts, startedAt, endedAt } = record;
  const result = outcome === 'answered' ? `${status}` : `${outcome}`;
  const files = parts.length > 0 ? `, ${parts.length} file${parts.length === 1 ? '' : 's'}` : '';
  const milliseconds = (endedAt?.getTime() ?? startedAt.getTime()) - startedAt.getTime();
  return `#${number} ${method} ${path} → ${result} (${bodySize} bytes${files}, ${milliseconds} ms)`;
}
