import { logFault } from '../../core/log.ts';
import type { FileMetadata, FileMetadataRead } from '../../core/media/file-metadata.ts';
import type { FileMetadataRequest } from '../../core/media/file-metadata-request.ts';
import { sendToOffscreen } from '../../core/protocol/send.ts';
import { fileMetadataSchema } from '../../core/store/file-metadata-schema.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { askFileMetadataWorker } from '../../offscreen/file-metadata/ask-metadata-worker.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';
import type { Manifests } from './remembered.ts';

const FAULT: FileMetadata = { unread: 'fault' };

/** Reads what a file says about itself. Never rejects: not being able to is a value. */
export function fileMetadataReader(manifests: Manifests) {
  return async (checkId: string, file: Blob): Promise<FileMetadata> => {
    try {
      const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
      const request = {
        file,
        moreAnchors: policy.credentialAnchors ?? '',
        fetchesRemote: settings.fetchesRemoteCredentials,
      };
      const read = await ask(request);
      const parsed = fileMetadataSchema.safeParse(read?.fileMetadata);
      if (read?.manifest !== undefined) manifests.put(checkId, read.manifest);
      return parsed.success ? parsed.data : FAULT;
    } catch (error) {
      logFault(error);
      return FAULT;
    }
  };
}

/** Here, where the background has a document (Firefox), else in the offscreen document. */
function ask(request: FileMetadataRequest): Promise<FileMetadataRead | undefined> {
  if (typeof document !== 'undefined') return askFileMetadataWorker(request);
  return withOffscreenDocument(() => sendToOffscreen('readFileMetadata', request));
}
