import { z } from '../schema.ts';
import type { ErrorData } from './error-data.ts';

/** An error as it is stored: by this software alone. The sentence for a code it no longer knows is that of `unexpected`. */
export const errorSchema = z.custom<ErrorData>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
);
