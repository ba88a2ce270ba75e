import type { toMp4 } from './to-mp4.ts';

/** The converter's script (entrypoints/convert-video.ts): a tenth of a megabyte, which hardly any check needs. */
const SCRIPT = '/convert-video.js';

/** Where that script leaves the converter. */
const KEY = 'checkWithBitmindToMp4';

type ToMp4 = typeof toMp4;

/** Called by the converter's script. */
export function shareConverter(convert: ToMp4): void {
  Reflect.set(globalThis, KEY, convert);
}

let loading: Promise<void> | undefined;

/** The converter, loaded at its first use. Needs a document: the offscreen document, or Firefox's event page. */
export async function loadConverter(): Promise<ToMp4> {
  loading ??= load();
  await loading;
  const convert: ToMp4 | undefined = Reflect.get(globalThis, KEY);
  if (!convert) throw new Error(`${SCRIPT} left no converter`);
  return convert;
}

function load(): Promise<void> {
  const script = document.createElement('script');
  script.src = SCRIPT;
  document.head.append(script);
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      loading = undefined;
      reject(new Error(`${SCRIPT} could not be loaded`));
    };
  });
}
