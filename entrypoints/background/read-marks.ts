import { logFault } from '../../src/log.ts';
import { askMarksWorker } from '../../src/media/marks/ask-marks-worker.ts';
import type { FileMarks, FileMarksRead } from '../../src/media/marks/file-marks.ts';
import type { MarksRequest } from '../../src/media/marks/marks-request.ts';
import { sendToOffscreen } from '../../src/messaging/send.ts';
import { withOffscreenDocument } from '../../src/platform/offscreen.ts';
import { fileMarksSchema } from '../../src/storage/file-marks-schema.ts';
import { readPolicy } from '../../src/storage/policy.ts';
import { settingsItem } from '../../src/storage/settings-item.ts';
import type { Manifests } from './remembered.ts';

const FAULT: FileMarks = { unread: 'fault' };

/** Reads what a file says about itself. Never rejects: not being able to is a value. */
export function marksReader(manifests: Manifests) {
  return async (checkId: string, file: Blob): Promise<FileMarks> => {
    try {
      const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
      const request = {
        file,
        moreAnchors: policy.credentialAnchors ?? '',
        fetchesRemote: settings.fetchesRemoteCredentials,
      };
      const read = await ask(request);
      const parsed = fileMarksSchema.safeParse(read?.marks);
      if (read?.manifest !== undefined) manifests.put(checkId, read.manifest);
      return parsed.success ? parsed.data : FAULT;
    } catch (error) {
      logFault(error);
      return FAULT;
    }
  };
}

/** Here, where the background has a document (Firefox), else in the offscreen document. */
function ask(request: MarksRequest): Promise<FileMarksRead | undefined> {
  if (typeof document !== 'undefined') return askMarksWorker(request);
  return withOffscreenDocument(() => sendToOffscreen('readMarks', request));
}
