import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';

/** Endings that are not their type's own name. */
const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg', 'svg+xml': 'svg', 'x-icon': 'ico' };

/** Most characters of an address's own name for a file that are taken over. */
const MOST_CHARACTERS = 80;

/** A name to save an image under: as the user has it, else the last of its address, with the ending of what the file is. */
export function imageFileName(media: MediaReference, type: string): string {
  if (isLocalFile(media)) return media.fileName;
  const url = URL.parse(media.url ?? '');
  const last = url && /^(https?|file):$/.test(url.protocol) ? (url.pathname.split('/').pop() ?? '') : '';
  const stem = decoded(last)
    .replace(/\.\w{1,5}$/, '')
    .slice(0, MOST_CHARACTERS);
  const ending = type.replace(/^image\//, '');
  return `${stem || 'image'}.${ENDINGS[ending] ?? ending}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not UTF-8: the browser's downloads take any text.
  }
}
