import type { Call } from './call.ts';
import { parseContentType } from './content-type.ts';
import { beginFile, type FileRules, type IncomingFile } from './incoming-file.ts';
import { readMultipart } from './read-multipart.ts';
import { type BodyLimit, receiveBody } from './receive-body.ts';
import { refuse } from './refusal.ts';
import type { PartRecord } from './request-record.ts';

/** What a multipart call takes. */
export interface MultipartRules {
  readonly body: BodyLimit;
  readonly maxFiles: number;
  readonly file: FileRules;
}

/** Receives the files of a multipart call one by one, perhaps none, and refuses at the first that breaks the rules. */
export async function* receiveFiles(call: Call, rules: MultipartRules): AsyncGenerator<PartRecord> {
  const boundary = multipartBoundary(call);
  let count = 0;
  let file: IncomingFile | undefined;
  for await (const event of readMultipart(receiveBody(call, rules.body), boundary)) {
    switch (event.kind) {
      case 'part':
        file = beginFile(event.headers, rules.file);
        count += 1;
        if (count > rules.maxFiles) {
          refuse(400, `"${rules.file.field}" must not come more than ${rules.maxFiles} times.`);
        }
        break;
      case 'data':
        file?.add(event.bytes);
        break;
      case 'end':
        if (file !== undefined) {
          const part = file.finish();
          record(call, part);
          yield part;
        }
    }
  }
}

function multipartBoundary({ request }: Call): string {
  const type = parseContentType(request.headers['content-type']);
  if (type?.essence !== 'multipart/form-data') {
    refuse(415, `Content-Type must be multipart/form-data, not ${type?.essence ?? 'missing or unreadable'}.`);
  }
  return type.parameters.get('boundary') || refuse(400, 'The multipart Content-Type has no boundary.');
}

/** Adds a file to the request's record; its bytes only while all files together stay within what records may hold. */
function record(call: Call, part: PartRecord): void {
  const { parts } = call.record;
  const total = parts.reduce((sum, { size }) => sum + size, part.size);
  parts.push(total <= call.service.recordedBodyBytes ? part : { ...part, bytes: undefined });
}
