/** A conversion as a page of the extension sees it. */
export interface ConversionInPage {
  /** The MP4, where there is one. */
  readonly base64?: string;
  readonly isReencoded?: boolean;
  /** Why there is none. */
  readonly code?: string;
  /** How far it said it was. */
  readonly told: readonly number[];
}

/** What is asked of the page. */
export interface ConversionOrder {
  readonly base64: string;
}

/** What the converter's worker says. */
type Said =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly result: { readonly video: Blob; readonly isReencoded: boolean } }
  | { readonly type: 'failed'; readonly error: { readonly code: string } };

/**
 * Runs in a page of the extension, by itself: starts the converter as the offscreen document and Firefox's event page do, under the
 * extension's own content security policy, and converts a file.
 */
export async function convertInPage({ base64 }: ConversionOrder): Promise<ConversionInPage> {
  const worker = new Worker('/convert-video.js');
  const file = await (await fetch(`data:;base64,${base64}`)).blob();
  const told: number[] = [];
  const end = await new Promise<Exclude<Said, { type: 'progress' }>>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.type === 'progress') told.push(data.fraction);
      else resolve(data);
    };
    worker.postMessage(['convertVideo', { file, name: 'Name', maxBytes: 500_000_000 }]);
  });
  worker.terminate();
  if (end.type === 'failed') return { code: end.error.code, told };
  const { video, isReencoded } = end.result;
  const url = await new Promise<unknown>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(video);
  });
  return { base64: String(url).split(',')[1] ?? '', isReencoded, told };
}
