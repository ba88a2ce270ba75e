import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, jsonAnswer, scriptedAnswer } from './answer.ts';
import { answerCall } from './answer-call.ts';
import type { Behaviour } from './behaviour.ts';
import { ConnectionCut } from './connection-cut.ts';
import { isEndpointPath } from './endpoint.ts';
import { Refusal } from './refusal.ts';
import type { RequestRecord } from './request-record.ts';
import { sendAnswer } from './send-answer.ts';
import type { Service } from './service.ts';
import { untilSettled } from './until-settled.ts';

/**
 * Records a request, works out its answer by the rules and by the script, and sends it. Resolves once it is over, however the
 * connection ended; rejects only for a fault of the sandbox itself.
 */
export async function handleRequest(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<RequestRecord> {
  const record = service.recorder.start(request);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const { answer, behaviour } = await decideAnswer(service, request, record, gone.signal);
    record.status = answer.status;
    await sendAnswer(response, answer, behaviour, gone.signal);
    // What is left of a refused upload is read and dropped, so that the client gets to see the refusal.
    request.resume();
    service.recorder.end(record, 'answered');
  } catch (error) {
    const cut = error instanceof ConnectionCut;
    if (!cut && !request.socket.destroyed) {
      throw error;
    }
    request.socket.resetAndDestroy();
    service.recorder.end(record, cut ? 'reset' : 'aborted');
  }
  return record;
}

interface Decision {
  readonly answer: Answer;
  readonly behaviour: Behaviour;
}

async function decideAnswer(
  service: Service,
  request: IncomingMessage,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<Decision> {
  if (!isEndpointPath(record.path)) {
    return { answer: jsonAnswer(404, { detail: 'Not Found' }), behaviour: {} };
  }
  const entry = service.script.take(record.path);
  const { behaviour } = entry;
  try {
    const correct = jsonAnswer(200, await answerCall(record.path, { service, request, record, behaviour, signal }));
    service.recorder.advance(record, 'received');
    entry.onReceived?.(record);
    const { refusedBytes } = behaviour;
    if (refusedBytes && record.parts?.some(({ bytes }) => bytes?.equals(refusedBytes))) {
      return { answer: jsonAnswer(400, { detail: 'One of the files is damaged.' }), behaviour: {} };
    }
    await pause(behaviour, signal);
    return { answer: scriptedAnswer(correct, behaviour), behaviour };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    service.script.giveBack(record.path, entry);
    return { answer: jsonAnswer(error.status, error.body, error.headers), behaviour: {} };
  }
}

async function pause({ delayMs, hold }: Behaviour, signal: AbortSignal): Promise<void> {
  if (delayMs !== undefined) {
    await sleep(delayMs, undefined, { signal });
  }
  if (hold !== undefined) {
    await untilSettled(hold, signal);
  }
}
