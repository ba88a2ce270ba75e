import { logFault } from '../../core/log.ts';
import { type FileMetadata, fileMetadataSchema } from '../../core/media/file-metadata.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import type { Manifests } from './remembered.ts';

const FAULT: FileMetadata = { unread: 'fault' };

/** Reads what a file says about itself; its whole manifest goes to `manifests`. Never rejects: not being able to is a value. */
export async function readFileMetadata(manifests: Manifests, checkId: string, file: Blob): Promise<FileMetadata> {
  try {
    const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
    const request = {
      file,
      moreAnchors: policy.credentialAnchors ?? '',
      fetchesRemote: settings.fetchesRemoteCredentials,
    };
    const read = await inDocument().readFileMetadata(request);
    const parsed = fileMetadataSchema.safeParse(read?.fileMetadata);
    if (read?.manifest !== undefined) manifests.put(checkId, read.manifest);
    return parsed.success ? parsed.data : FAULT;
  } catch (error) {
    logFault(error);
    return FAULT;
  }
}
