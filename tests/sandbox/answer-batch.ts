import { randomUUID } from 'node:crypto';
import type { BatchItem } from './batch-item.ts';
import type { SignedInCall } from './call.ts';
import type { FileRules } from './incoming-file.ts';
import { judgeFile } from './judge-file.ts';
import { IMAGE_TYPES, isDeclaredVideo, sniffImage, VIDEO_TYPES } from './media-format.ts';
import { receiveFiles } from './receive-files.ts';
import { refuse } from './refusal.ts';
import { secondsSince } from './seconds-since.ts';

/** POST /batch_image: multipart, the field `images` repeated. */
export function answerBatchImage(call: SignedInCall): Promise<unknown> {
  const { batchImages, imageBytes } = call.service.limits;
  return answerBatch(call, batchImages, {
    field: 'images',
    maxFileBytes: imageBytes,
    types: IMAGE_TYPES,
    isDeclared: (head, type) => sniffImage(head) === type,
  });
}

/** POST /batch_video: multipart, the field `videos` repeated. */
export function answerBatchVideo(call: SignedInCall): Promise<unknown> {
  const { batchVideos, videoBytes } = call.service.limits;
  return answerBatch(call, batchVideos, {
    field: 'videos',
    maxFileBytes: videoBytes,
    types: VIDEO_TYPES,
    isDeclared: isDeclaredVideo,
  });
}

async function answerBatch(call: SignedInCall, maxFiles: number, file: FileRules): Promise<unknown> {
  const results: BatchItem[] = [];
  const body = { bytes: call.service.limits.batchBytes, subject: 'A batch' };
  for await (const { type, bytes } of receiveFiles(call, { body, maxFiles, file })) {
    const position = results.length;
    const { isAI, confidence } = judgeFile(call, position, type, bytes);
    results.push({
      isAI,
      confidence,
      processingTime: secondsSince(call.record.startedAt),
      batch_position: position,
    });
  }
  if (results.length === 0) {
    refuse(400, `There is no file named "${file.field}".`);
  }
  return {
    batch_results: call.behaviour.rearrange?.(results) ?? results,
    batch_count: results.length,
    total_time: secondsSince(call.record.startedAt),
    request_id: randomUUID(),
  };
}
