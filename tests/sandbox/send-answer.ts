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
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  if (behaviour.reset === 'mid-answer') {
    await write(response, answer.body.subarray(0, Math.ceil(answer.body.length / 2)));
    throw new ConnectionCut();
  }
  if (behaviour.drip !== undefined) {
    const { bytes, everyMs } = behaviour.drip;
    for (let at = 0; at < answer.body.length; at += bytes) {
      await write(response, answer.body.subarray(at, at + bytes));
      await sleep(everyMs, undefined, { signal });
    }
    response.end();
  } else {
    response.end(answer.body);
  }
  await finished(response);
}

function write(response: ServerResponse, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    response.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
