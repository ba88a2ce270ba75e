import { logFault } from '../../core/log.ts';
import type { FileMarks, FileMarksRead } from '../../core/media/file-marks.ts';
import type { MarksRequest } from '../../core/media/marks-request.ts';
import { sendToOffscreen } from '../../core/protocol/send.ts';
import { fileMarksSchema } from '../../core/store/file-marks-schema.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { askMarksWorker } from '../../offscreen/file-marks/ask-marks-worker.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';
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
