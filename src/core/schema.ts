import * as z from 'zod/mini';

// zod's compiled checks use `new Function`, which an extension's content security policy forbids.
z.config({ jitless: true });

export { z };
