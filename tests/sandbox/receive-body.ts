import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import { ConnectionCut } from './connection-cut.ts';
import { refuse } from './refusal.ts';
import { untilSettled } from './until-settled.ts';

/** The most a request may weigh, and the words for it. */
export interface BodyLimit {
  readonly bytes: number;
  /** What is limited, as the subject of the refusal. */
  readonly subject: string;
}

/**
 * Gives a request's body piece by piece, counted and hashed into its record, and does what the script says about
 * uploads. Refuses with 413 as soon as the body is known to be too large: from its declared length, or on the way.
 */
export async function* receiveBody(call: Call, limit: BodyLimit): AsyncGenerator<Buffer> {
  const { behaviour, record, request, service, signal } = call;
  if (Number(request.headers['content-length'] ?? 0) > limit.bytes) {
    refuseSize(limit);
  }
  if (behaviour.holdUpload !== undefined) {
    await untilSettled(behaviour.holdUpload, signal);
  }
  const hash = createHash('sha256');
  // Left undestroyed when reading stops early, so that the refusal can still be sent on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const piece = Buffer.from(chunk);
    record.bodySize += piece.length;
    hash.update(piece);
    if (record.bodySize > limit.bytes) {
      refuseSize(limit);
    }
    if (record.bodySize >= (behaviour.resetAfterUploadBytes ?? Number.POSITIVE_INFINITY)) {
      throw new ConnectionCut();
    }
    yield piece;
  }
  record.bodySha256 = hash.digest('hex');
  service.recorder.advance(record, 'received');
}

/** The whole body in one piece; for bodies that must be looked at as a whole. */
export async function receiveWholeBody(call: Call, limit: BodyLimit): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of receiveBody(call, limit)) {
    pieces.push(piece);
  }
  const body = Buffer.concat(pieces);
  if (body.length <= call.service.recordedBodyBytes) {
    call.record.body = body;
  }
  return body;
}

function refuseSize(limit: BodyLimit): never {
  refuse(413, `${limit.subject} must not be larger than ${limit.bytes} bytes.`);
}
