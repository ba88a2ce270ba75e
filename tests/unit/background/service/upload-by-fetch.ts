import type { Upload } from '../../../../src/background/offscreen-link/in-document.ts';
import { uploadBody } from '../../../../src/offscreen/upload-body.ts';

/** Sends media by `fetch`, of which nothing outlives its background. */
export const uploadByFetch: Upload = async (_id, order, { signal, onProgress }) => {
  if (!order) return { failure: 'unknown-job' };
  const { url, headers, maxAnswerBytes } = order;
  const body = uploadBody(order);
  try {
    const response = await fetch(
      new Request(url, { method: 'POST', headers, body, redirect: 'manual', ...(signal && { signal }) }),
    );
    onProgress?.(1);
    const text = await response.text();
    if (text.length > maxAnswerBytes) return { failure: 'too-long' };
    return { answer: { status: response.status, headers: [...response.headers], text } };
  } catch {
    return { failure: signal?.aborted ? 'aborted' : 'network' };
  }
};
