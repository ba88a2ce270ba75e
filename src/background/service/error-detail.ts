import { z } from '../../core/schema.ts';

/** Longest text of the service's that is shown, in characters. */
const MAX_DETAIL_LENGTH = 300;

const listOfMessages = z.array(z.object({ msg: z.string() }));

/** Where an error's words may be, in the order in which they are looked for (the contract documents none). */
const bodySchema = z.object({
  detail: z.catch(z.optional(z.union([z.string(), listOfMessages])), undefined),
  error_description: z.catch(z.optional(z.string()), undefined),
  error: z.catch(z.optional(z.union([z.string(), z.object({ message: z.string() })])), undefined),
  message: z.catch(z.optional(z.string()), undefined),
});

/**
 * The service's own words in the body of an error, fit to be shown: one line, no markup, and never one of `secrets`
 * given back. Undefined when there are none.
 */
export function errorDetail(body: string, secrets: readonly string[]): string | undefined {
  const words = wordsIn(body)
    ?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (!words || /<[a-z!/]/i.test(words)) return undefined;
  if (secrets.flatMap(writtenForms).some((form) => words.includes(form))) return undefined;
  return words.length > MAX_DETAIL_LENGTH ? `${words.slice(0, MAX_DETAIL_LENGTH)}…` : words;
}

/** A secret as it is, and as it stands in a form or an address: a service may give back the whole of what it was sent. */
function writtenForms(secret: string): string[] {
  if (secret === '') return [];
  const inForm = new URLSearchParams({ secret }).toString().slice('secret='.length);
  return [secret, inForm, inForm.replaceAll('+', '%20')];
}

function wordsIn(body: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return body.length <= MAX_DETAIL_LENGTH ? body : undefined; // Not JSON: short plain text is taken as it is.
  }
  const parsed = bodySchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { detail, error_description, error, message } = parsed.data;
  const fromDetail = typeof detail === 'string' ? detail : detail?.map((item) => item.msg).join('; ');
  const fromError = typeof error === 'string' ? error : error?.message;
  const errorObject = typeof error === 'object' ? fromError : undefined;
  return fromDetail || error_description || errorObject || fromError || message;
}
