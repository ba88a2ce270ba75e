import type { CheckRecord } from '../../src/check/check-record.ts';
import { isLocalFile, type PageMedia } from '../../src/check/media-reference.ts';
import { AppError } from '../../src/errors/app-error.ts';
import type { PageRead } from '../../src/media/page-media.ts';
import { readInPage } from '../../src/messaging/page-link.ts';
import { reasonsToAsk } from './ask-before-sending.ts';

/** Throws where a public address has led to a private one that the user was not asked about. */
export async function admitAddress({ media, agreed = [] }: CheckRecord, url: string): Promise<void> {
  if (isLocalFile(media) || agreed.includes('private-network')) return;
  const { reasons, site = '' } = await reasonsToAsk({ ...media, url });
  if (reasons.includes('private-network')) throw new AppError({ code: 'led-to-private', host: site });
}

/** What the page could read, unless it was led to a private address: throws then, as above. */
export async function readAdmitted(check: CheckRecord, media: PageMedia): Promise<PageRead> {
  const read = await readInPage(check.id, media);
  if ('blob' in read && read.ledTo !== undefined) await admitAddress(check, read.ledTo);
  return read;
}
