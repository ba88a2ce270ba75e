let saved: string | undefined;

/** Hands a file to the browser's downloads. It may be read for as long as the page is there, or until the next is saved. */
export function saveFile(file: Blob, name: string): void {
  if (saved !== undefined) URL.revokeObjectURL(saved);
  saved = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = saved;
  link.download = name;
  link.click();
}

/** A name for a file of today: "bitmind-results-2026-11-25.csv". `now` is epoch milliseconds. */
export function datedName(stem: string, extension: string, now: number): string {
  const date = new Date(now);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${stem}-${day.join('-')}.${extension}`;
}
