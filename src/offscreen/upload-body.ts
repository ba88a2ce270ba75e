import type { UploadOrder } from '../core/protocol/document-work.ts';

/** Names of the files in forms, without their ending's dot, by MIME type: services look at the ending. */
const FILE_NAMES: Readonly<Record<string, readonly [name: string, ending: string]>> = {
  'image/jpeg': ['image', 'jpg'],
  'image/png': ['image', 'png'],
  'image/webp': ['image', 'webp'],
  'video/mp4': ['video', 'mp4'],
  'video/quicktime': ['video', 'mov'],
  'video/x-msvideo': ['video', 'avi'],
};

/** What is sent for an order: its one file as it is, or its files in a form. */
export function uploadBody({ files, field }: Pick<UploadOrder, 'files' | 'field'>): Blob | FormData {
  if (field !== undefined) return fileForm(field, files);
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new TypeError('Several files go in a form only, which needs a field.');
  return file;
}

/** A form with files, all in one field, in their order. The browser writes its `Content-Type`, with the boundary. */
function fileForm(field: string, files: readonly Blob[]): FormData {
  const form = new FormData();
  for (const [index, file] of files.entries()) form.append(field, file, fileName(file.type, index, files.length));
  return form;
}

/** A name that says the type, and in a batch the place: nothing of the file's own name is sent. */
function fileName(type: string, index: number, count: number): string {
  const [name, ending] = FILE_NAMES[type] ?? ['file'];
  return `${name}${count > 1 ? `-${index + 1}` : ''}${ending === undefined ? '' : `.${ending}`}`;
}
