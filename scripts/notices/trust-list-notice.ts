import { TRUST_LIST_ISSUED } from '../../src/background/words/trust-list-issued.ts';
import type { Notice } from './notice.ts';

/** What is passed on with the C2PA Trust List, as its licence asks (src/offscreen/file-metadata/trust-list/README.md). */
export function trustListNotice(): Notice {
  return {
    parts: [`C2PA Trust List of ${TRUST_LIST_ISSUED}, https://github.com/c2pa-org/conformance-public`],
    licence: 'O-UDA-1.0',
    text: [
      'Published by the Coalition for Content Provenance and Authenticity (https://c2pa.org/conformance) under the',
      'Open Use of Data Agreement v1.0: https://github.com/microsoft/Open-Use-of-Data-Agreement/blob/v1.0/O-UDA-1.0.md',
      'Changed in form only: of each entry, its certificates.',
      '',
      'The data is provided "as is", without warranties or conditions of any kind, express or implied. No provider of it is',
      'liable for damages of any kind arising out of it or of its use. Whoever passes the data on passes on this notice.',
    ].join('\n'),
  };
}
