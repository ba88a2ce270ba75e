import type { CheckRecord } from '../../src/check/check-record.ts';
import { isLocalFile } from '../../src/check/media-reference.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { reasonsToAsk } from './ask-before-sending.ts';

/** Throws where a public address has led to a private one that the user was not asked about. */
export async function admitAddress({ media, agreed = [] }: CheckRecord, url: string): Promise<void> {
  if (isLocalFile(media) || agreed.includes('private-network')) return;
  const { reasons, site = '' } = await reasonsToAsk({ ...media, url });
  if (reasons.includes('private-network')) throw new AppError({ code: 'led-to-private', host: site });
}
