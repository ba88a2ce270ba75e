import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Behaviour } from './behaviour.ts';
import { ConnectionCut } from './connection-cut.ts';

/**
 * Sends an answer the way the script says: in drips, cut off, or plainly. Throws ConnectionCut where the connection must
 * be cut; rejects when the client goes away.
 */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  behaviour: Behaviour,
  signal: AbortSignal,
): Promise<void> {
  if (behaviour.reset === 'before-headers') {
    throw new ConnectionCut();
  }
  const length = behaviour.isEndless ? {} : { 'content-length': answer.body.length };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  if (behaviour.reset === 'mid-answer') {
    await write(response, answer.body.subarray(0, Math.ceil(answer.body.length / 2)));
    throw new ConnectionCut();
  }
  do {
    await writeBody(response, answer.body, behaviour, signal);
  } while (behaviour.isEndless);
  response.end();
  await finished(response);
}

async function writeBody(response: ServerResponse, body: Buffer, { drip }: Behaviour, signal: AbortSignal) {
  if (drip === undefined) {
    if (body.length > 0) await write(response, body);
    return;
  }
  for (let at = 0; at < body.length; at += drip.bytes) {
    await write(response, body.subarray(at, at + drip.bytes));
    await sleep(drip.everyMs, undefined, { signal });
  }
}

function write(response: ServerResponse, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    response.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
