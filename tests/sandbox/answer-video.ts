import type { SignedInCall } from './call.ts';
import { judgeFile } from './judge-file.ts';
import { isDeclaredVideo, VIDEO_TYPES } from './media-format.ts';
import { receiveFiles } from './receive-files.ts';
import { refuse } from './refusal.ts';
import { secondsSince } from './seconds-since.ts';
import type { Verdict } from './verdict.ts';

/** Room for the boundary and headers around the one file, in bytes. */
const FRAMING_BYTES = 16_384;

/** POST /video: multipart, one file in the field `video`. */
export async function answerVideo(call: SignedInCall): Promise<unknown> {
  const { videoBytes } = call.service.limits;
  let verdict: Verdict | undefined;
  const files = receiveFiles(call, {
    body: { bytes: videoBytes + FRAMING_BYTES, subject: 'A video with its form' },
    maxFiles: 1,
    file: {
      field: 'video',
      maxFileBytes: videoBytes,
      types: VIDEO_TYPES,
      isDeclared: isDeclaredVideo,
    },
  });
  for await (const { type, bytes } of files) {
    verdict = judgeFile(call, 0, type, bytes);
  }
  const { isAI, confidence } = verdict ?? refuse(400, 'There is no file named "video".');
  return { isAI, confidence, processingTime: secondsSince(call.record.startedAt) };
}
