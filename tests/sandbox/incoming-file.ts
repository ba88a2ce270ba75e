import { createHash } from 'node:crypto';
import { parseContentType } from './content-type.ts';
import { SNIFF_BYTES } from './media-format.ts';
import { refuse } from './refusal.ts';
import type { PartRecord } from './request-record.ts';

/** What files of a multipart call must be like. */
export interface FileRules {
  /** The one field name they may have. */
  readonly field: string;
  readonly maxFileBytes: number;
  readonly types: readonly string[];
  /** Whether a file's first bytes are of the type it declares. */
  readonly isDeclared: (head: Buffer, type: string) => boolean;
}

/** A file of a multipart body while it arrives. */
export interface IncomingFile {
  add(piece: Buffer): void;
  /** The file, once it is all here. */
  finish(): PartRecord;
}

/** Begins a file from its part's headers. Refuses what the rules do not allow, then and at every later step. */
export function beginFile(headers: ReadonlyMap<string, string>, rules: FileRules): IncomingFile {
  const { filename, type } = partHead(headers, rules);
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let head = Buffer.alloc(0);
  let size = 0;
  return {
    add(piece) {
      size += piece.length;
      if (size > rules.maxFileBytes) {
        refuse(413, `A file must not be larger than ${rules.maxFileBytes} bytes.`);
      }
      hash.update(piece);
      head = Buffer.concat([head, piece.subarray(0, SNIFF_BYTES - head.length)]);
      kept.push(piece);
    },
    finish() {
      if (size === 0) {
        refuse(400, `The file "${filename}" is empty.`);
      }
      if (!rules.isDeclared(head, type)) {
        refuse(400, `The file "${filename}" is not ${type}.`);
      }
      return { name: rules.field, filename, type, size, sha256: hash.digest('hex'), bytes: Buffer.concat(kept) };
    },
  };
}

function partHead(headers: ReadonlyMap<string, string>, rules: FileRules): { filename: string; type: string } {
  const disposition = headers.get('content-disposition') ?? '';
  const name = dispositionParameter(disposition, 'name');
  if (name !== rules.field) {
    refuse(400, `The field "${name ?? ''}" is not known; files go into "${rules.field}".`);
  }
  const filename = dispositionParameter(disposition, 'filename');
  if (filename === undefined) {
    refuse(400, `The field "${name}" is text, not a file.`);
  }
  const type = parseContentType(headers.get('content-type'))?.essence ?? '';
  if (!rules.types.includes(type)) {
    refuse(415, `The file "${filename}" is ${type || 'of no type'}; only ${rules.types.join(', ')} are taken.`);
  }
  return { filename, type };
}

/** A parameter of a `Content-Disposition`, with the three escapes browsers write (HTML, "multipart/form-data"). */
function dispositionParameter(disposition: string, name: string): string | undefined {
  return disposition
    .match(new RegExp(`^form-data;(?:.*;)? ?${name}="([^"]*)"`, 'i'))?.[1]
    ?.replace(/%(?:22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
}
