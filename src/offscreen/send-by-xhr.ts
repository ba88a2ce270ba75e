import type { JobWatch, UploadOrder, UploadOutcome } from '../core/protocol/document-work.ts';
import { uploadBody } from './upload-body.ts';

/**
 * Sends media with `XMLHttpRequest`, which alone tells how much of it the network has taken. It follows redirects by
 * itself, so call it under the guard of redirect-guard.ts only.
 */
export function sendByXhr(order: UploadOrder, { signal, onProgress }: JobWatch): Promise<UploadOutcome> {
  const { url, headers, answerLimitMs, stallLimitMs, bodyLimitMs, maxAnswerBytes } = order;
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (outcome: UploadOutcome) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      xhr.abort(); // Nothing more, if anything is still on its way.
      resolve(outcome);
    };
    const hasAnswerBegun = () => xhr.readyState >= xhr.HEADERS_RECEIVED;
    const allow = (limitMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ failure: 'timeout', limitMs }), limitMs);
    };
    const abort = () => end({ failure: 'aborted' });
    if (signal?.aborted) return resolve({ failure: 'aborted' });
    signal?.addEventListener('abort', abort, { once: true });

    xhr.open('POST', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => {
      onProgress?.(total > 0 ? Math.min(loaded / total, 1) : 0);
      if (!hasAnswerBegun()) allow(stallLimitMs);
    };
    xhr.upload.onload = () => {
      onProgress?.(1);
      if (!hasAnswerBegun()) allow(answerLimitMs);
    };
    xhr.onreadystatechange = () => {
      if (xhr.readyState === xhr.HEADERS_RECEIVED) allow(bodyLimitMs);
    };
    xhr.onprogress = ({ loaded }) => {
      if (loaded > maxAnswerBytes) end({ failure: 'too-long' });
    };
    xhr.onerror = () => end({ failure: 'network' });
    xhr.onload = () => {
      const { status, responseText: text } = xhr;
      end({ answer: { status, headers: headersOf(xhr), text } });
    };
    allow(stallLimitMs);
    xhr.send(uploadBody(order));
  });
}

function headersOf(xhr: XMLHttpRequest): [string, string][] {
  const lines = xhr.getAllResponseHeaders().trim().split(/\r?\n/);
  return lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
  });
}
