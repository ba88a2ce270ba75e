/** A conversion as a page of the extension sees it. */
export interface ConversionInPage {
  /** The MP4, where there is one. */
  readonly base64?: string;
  readonly isReencoded?: boolean;
  /** What it was refused or ended with. */
  readonly error?: { readonly name: string; readonly code?: string };
  /** How far it said it was. */
  readonly told: readonly number[];
  /** From the abort to the end of the call. */
  readonly abortMs?: number;
}

/** What is asked of the page. */
export interface ConversionOrder {
  readonly base64: string;
  /** Abort once it says that so much is done. */
  readonly abortAt?: number;
}

/** What the converter's script leaves behind, and it takes. */
type Converter = (
  file: Blob,
  name: string,
  watch: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
) => Promise<{ readonly video: Blob; readonly isReencoded: boolean }>;

/**
 * Runs in a page of the extension, by itself: loads the converter as the offscreen document and Firefox's event page do,
 * under the extension's own content security policy, and converts a file.
 */
export async function convertInPage({ base64, abortAt }: ConversionOrder): Promise<ConversionInPage> {
  const script = document.createElement('script');
  script.src = '/convert-video.js';
  document.head.append(script);
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  const convert: Converter = Reflect.get(globalThis, 'checkWithBitmindToMp4');
  const file = await (await fetch(`data:;base64,${base64}`)).blob();
  const aborting = new AbortController();
  const told: number[] = [];
  let abortedAt = Number.NaN;
  const onProgress = (fraction: number) => {
    told.push(fraction);
    if (abortAt === undefined || fraction < abortAt || aborting.signal.aborted) return;
    abortedAt = performance.now();
    aborting.abort();
  };
  try {
    const { video, isReencoded } = await convert(file, 'Name', { signal: aborting.signal, onProgress });
    const url = await new Promise<unknown>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(video);
    });
    return { base64: String(url).split(',')[1] ?? '', isReencoded, told };
  } catch (error) {
    const { name, data } = Object(error);
    return { error: { name, code: data?.code }, told, abortMs: performance.now() - abortedAt };
  }
}
