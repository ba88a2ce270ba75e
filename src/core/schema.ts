import * as z from 'zod/mini';

// zod's compiled checks use `new Function`, which an extension's content security policy forbids.
z.config({ jitless: true });

export { z };

/** A number without a fraction. */
export const integer = z.number().check(z.refine(Number.isSafeInteger));

/** What a schema lets through, never to be changed in place: a schema is the one declaration of its type. */
export type Parsed<Schema extends z.ZodMiniType> = Unchanging<z.infer<Schema>>;

type Unchanging<T> = T extends Blob ? T : T extends object ? { readonly [Key in keyof T]: Unchanging<T[Key]> } : T;
