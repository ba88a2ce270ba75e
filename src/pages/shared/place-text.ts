/** Where a check was: a page's host, or a file's name. */
export function placeText(place: string): string {
  return URL.parse(place)?.host || place;
}
