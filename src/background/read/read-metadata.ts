import { logFault } from '../../core/log.ts';
import { type FileMetadata, type FileMetadataRead, fileMetadataSchema } from '../../core/media/file-metadata.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { atMost } from '../at-most.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { isAgreed } from '../store/agreed.ts';
import { type Policy, readPolicy } from '../store/policy.ts';
import { isPrivateHost } from './private-address.ts';
import type { Manifests } from './remembered.ts';
import { isSiteAllowed } from './site-rules.ts';
import { smallPictures } from './small-pictures.ts';

/** Files that are read at the same time: of a page with hundreds, the others wait. */
const inTurn = atMost(2);

const FAULT: FileMetadata = { unread: 'fault' };

/** Reads what a file says about itself; its whole credentials go to `manifests`. Never rejects: not being able to is a value. */
export async function readFileMetadata(
  manifests: Manifests,
  { id, isPrivate }: { readonly id: string; readonly isPrivate: boolean },
  file: Blob,
): Promise<FileMetadata> {
  try {
    const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
    const order = { file, moreAnchors: policy.credentialAnchors ?? '' };
    const here = await inTurn(() => inDocument().readFileMetadata(order));
    // Nothing more is asked for what is seen in a private window.
    const mayFetch = settings.fetchesRemoteCredentials && !isPrivate;
    const fetchesFrom = mayFetch ? await openPlace(here, policy, settings.asksForPrivate) : undefined;
    const read = fetchesFrom ? await inTurn(() => inDocument().readFileMetadata({ ...order, fetchesFrom })) : here;
    const parsed = fileMetadataSchema.safeParse(read?.fileMetadata);
    if (read?.whole) manifests.put(id, { ...read.whole, pictures: await smallPictures(read.whole.pictures) });
    return parsed.success ? parsed.data : FAULT;
  } catch (error) {
    logFault(error);
    return FAULT;
  }
}

/**
 * The host that a file names for its Content Credentials, where that may be asked: none that an administrator blocks, and none of a
 * private network, but after a yes to that.
 */
async function openPlace(
  read: FileMetadataRead | undefined,
  { blockedSites }: Policy,
  asksForPrivate: boolean,
): Promise<string | undefined> {
  const credentials = read && 'credentials' in read.fileMetadata ? read.fileMetadata.credentials : undefined;
  if (credentials?.state !== 'remote' || !credentials.host) return undefined;
  const { host } = credentials;
  if (!isSiteAllowed({ blockedSites }, { page: `https://${host}`, media: `http://${host}` })) return undefined;
  const mayBeAsked = !asksForPrivate || !isPrivateHost(host) || (await isAgreed('private-network', host, false));
  return mayBeAsked ? host : undefined;
}
