import type { UploadOrder } from './upload.ts';

/** Names of the files in forms, by MIME type: services look at the ending. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  'video/mp4': 'video.mp4',
  'video/quicktime': 'video.mov',
  'video/x-msvideo': 'video.avi',
};

/** What is sent for an order: its Blob as it is, or in a form. */
export function uploadBody({ body, field }: UploadOrder): Blob | FormData {
  return field === undefined ? body : fileForm(field, body);
}

/** A form with one file. The browser writes its `Content-Type`, with the boundary. */
export function fileForm(field: string, file: Blob): FormData {
  const form = new FormData();
  form.set(field, file, FILE_NAMES[file.type] ?? 'file');
  return form;
}
