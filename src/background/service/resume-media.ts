import { isAppError, isErrorWith } from '../../core/errors/app-error.ts';
import { hasTrait } from '../../core/errors/error-data.ts';
import { ENDPOINTS } from './endpoints.ts';
import type { BatchResult, NotJudged } from './outcome.ts';
import { refusalOf, resultOf } from './outcome.ts';
import { permissionFor } from './permission.ts';
import type { Line } from './send-media.ts';
import type { SendOptions, SentBefore } from './send-options.ts';
import { answerOf, type RequestWatch, resultsIn } from './send-request.ts';

/** What is known of a request that an earlier background has sent. */
export interface SentRequest extends Pick<SentBefore, 'type' | 'sizeBytes'> {
  readonly isTogether: boolean;
  /** How many files it holds. */
  readonly count: number;
}

type ResumeWatch = Pick<RequestWatch, 'id' | 'signal'> & Partial<Pick<RequestWatch, 'onProgress'>>;

/**
 * Goes on waiting for the answer to a request that an earlier background has sent under the id of `watch`. Nothing is sent,
 * whatever the answer. Throws `interrupted` where it cannot be found again.
 */
export async function resumeRequest(
  { service, kind, host }: Pick<Line, 'service' | 'kind' | 'host'>,
  { isTogether, count, type, sizeBytes }: SentRequest,
  { id, ...watch }: ResumeWatch,
): Promise<readonly BatchResult[] | NotJudged> {
  const { limitBytes } = ENDPOINTS[kind][isTogether ? 'together' : 'alone'];
  const sent = { kind, isBatch: isTogether, type, sizeBytes, limitBytes };
  for (;;) {
    const client = await service.session.clientAt(host, permissionFor(kind));
    const signal = AbortSignal.any([client.ended, watch.signal]);
    try {
      const answer = answerOf(await service.upload(id, undefined, { ...watch, signal }));
      const token = await client.sentToken();
      if (answer.status !== 200) throw client.errorFor(answer, token, sent);
      return resultsIn(answer, sent, count, client.secrets(token));
    } catch (error) {
      if (client.ended.aborted) continue;
      if (isErrorWith(error, 'not-judged')) return { notJudged: error.data };
      throw error;
    }
  }
}

/**
 * The same for the files of one check, which were sent in one request or by a call each. Ends when all of them have, so that
 * nothing is on its way any more.
 */
export async function resumeFiles(
  line: Pick<Line, 'service' | 'kind' | 'host'>,
  sent: Omit<SentRequest, 'isTogether'>,
  { signal, job }: SendOptions,
): Promise<readonly BatchResult[] | NotJudged> {
  try {
    return await resumeRequest(line, { ...sent, isTogether: true }, { ...job, signal });
  } catch (error) {
    if (!isAppError(error) || error.data.code !== 'interrupted') throw error;
  }
  const one = { ...sent, isTogether: false, count: 1 };
  const ends = await Promise.allSettled(
    Array.from({ length: sent.count }, (_, index) =>
      resumeRequest(line, one, { id: jobOfFile(job.id, index), signal }),
    ),
  );
  const results: BatchResult[] = [];
  for (const end of ends) {
    if (end.status === 'rejected') results.push(resultOf({ thrown: end.reason }));
    else if (!('notJudged' in end.value)) results.push(...end.value);
    else if (hasTrait(end.value.notJudged, 'about-the-file')) results.push(refusalOf(end.value.notJudged));
    else return end.value;
  }
  return results;
}

/** The id of the call for one file of a check, whose own names that for all. */
export function jobOfFile(id: string, index: number): string {
  return `${id}.${index}`;
}
