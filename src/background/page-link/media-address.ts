import { z } from '../../core/schema.ts';

/** What the page may name as a picture's address: never a script, an extension's page or a browser's. */
export const mediaAddress = z.string().check(
  z.refine((text) => {
    const protocol = URL.parse(text)?.protocol ?? '';
    return ['http:', 'https:', 'data:', 'blob:', 'file:'].includes(protocol);
  }),
);
