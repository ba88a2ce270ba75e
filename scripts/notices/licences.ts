/**
 * The licences that what is shipped may have, by their SPDX names. Each lets a program be passed on whose own source stays closed,
 * as long as its notice goes along (MPL-2.0: and people learn where the source of that part is). Whoever adds one has read it.
 */
export const ALLOWED_LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'O-UDA-1.0',
  'Unicode-3.0',
] as const;

export type Licence = (typeof ALLOWED_LICENCES)[number];

/** Whether `name` is a licence that what is shipped may have. */
export function isAllowed(name: unknown): name is Licence {
  return ALLOWED_LICENCES.some((licence) => licence === name);
}
