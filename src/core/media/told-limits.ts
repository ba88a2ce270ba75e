/** More of an address than this is neither told nor kept; `data:` addresses hold whole files. Characters. */
export const MAX_TOLD_URL = 2_000;

/** More media of one frame than this are not told: the first of them in the order of the document are. */
export const MAX_COLLECTED = 2_000;

/** Results removed at a time: so many are kept in memory, to be brought back. */
export const MOST_REMOVED = 1_000;
