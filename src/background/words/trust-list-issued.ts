/** When the C2PA trust list of this release was issued, as it says itself (README.md beside this file). */
export const TRUST_LIST_ISSUED = '2026-08-05';
