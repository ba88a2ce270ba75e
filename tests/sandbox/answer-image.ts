import type { SignedInCall } from './call.ts';
import { parseContentType } from './content-type.ts';
import { judgeFile } from './judge-file.ts';
import { IMAGE_TYPES, sniffImage } from './media-format.ts';
import { receiveWholeBody } from './receive-body.ts';
import { refuse } from './refusal.ts';
import { secondsSince } from './seconds-since.ts';

/** POST /image: the raw bytes of one image. */
export async function answerImage(call: SignedInCall): Promise<unknown> {
  const type = imageType(call.request.headers['content-type']);
  const bytes = await receiveWholeBody(call, { bytes: call.service.limits.imageBytes, subject: 'An image' });
  if (bytes.length === 0) {
    refuse(400, 'The body is empty.');
  }
  if (sniffImage(bytes) !== type) {
    refuse(400, `The body is not ${type}.`);
  }
  const { isAI, confidence } = judgeFile(call, 0, type, bytes);
  return { isAI, confidence, processingTime: secondsSince(call.record.startedAt) };
}

/** The declared type. It must be one of the three and nothing more: none of them has parameters. */
function imageType(header: string | undefined): string {
  const type = parseContentType(header);
  if (type?.essence.startsWith('multipart/')) {
    refuse(415, 'The body must be the raw bytes of the image, not multipart.');
  }
  if (!IMAGE_TYPES.some((known) => known === type?.essence)) {
    refuse(415, `Content-Type must be ${IMAGE_TYPES.join(', ')}, not ${type?.essence ?? 'missing or unreadable'}.`);
  }
  return type !== undefined && type.parameters.size === 0
    ? type.essence
    : refuse(415, 'The Content-Type of an image has no parameters.');
}
