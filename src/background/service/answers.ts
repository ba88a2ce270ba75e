import { z } from '../../core/schema.ts';
import type { Verdict } from '../../core/service/verdict.ts';

// The contract promises `isAI` and little else: everything else may be missing, null or new, and is then left out.

const orLeftOut = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);
const fraction = orLeftOut(z.number().check(z.gte(0), z.lte(1)));
const seconds = orLeftOut(z.number().check(z.gte(0)));
const text = orLeftOut(z.string());
const flag = orLeftOut(z.boolean());

const verdictSchema = z.object({ isAI: z.boolean(), confidence: fraction, processingTime: seconds });

/** The verdict in an answer of `/image` or `/video`; undefined when there is none (no boolean `isAI`). */
export function parseVerdict(answer: unknown): Verdict | undefined {
  const parsed = verdictSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { isAI: isAi, confidence, processingTime } = parsed.data;
  const likelihood = likelihoodOf(isAi, confidence);
  return {
    isAi,
    ...(likelihood !== undefined && { likelihood }),
    ...(confidence !== undefined && { confidence }),
    ...(processingTime !== undefined && { serviceSeconds: processingTime }),
  };
}

/**
 * The probability that the content is AI-generated, from one answer.
 *
 * Rule (the API's documentation and its newer examples disagree about `confidence`): the number itself if `isAI`, else
 * the smaller of it and its complement. `isAI` with a confidence below 0.5 fits neither reading: no number.
 */
function likelihoodOf(isAi: boolean, confidence: number | undefined): number | undefined {
  if (confidence === undefined || !(confidence >= 0 && confidence <= 1)) return undefined;
  if (isAi) return confidence >= 0.5 ? confidence : undefined;
  return Math.min(confidence, 1 - confidence);
}

const statusSchema = z.object({
  status: text,
  service: text,
  client: orLeftOut(z.object({ name: text, tier: text, permissions: orLeftOut(z.array(z.string())) })),
  features: orLeftOut(
    z.object({
      image_inference: flag,
      video_inference: flag,
      batch_processing: flag,
      zero_data_retention: flag,
    }),
  ),
});

/** What `/status` says of the account. */
export type ServiceStatus = z.infer<typeof statusSchema>;

/** The answer of `/status`; undefined when it is not BitMind's. */
export function parseStatus(answer: unknown): ServiceStatus | undefined {
  const parsed = statusSchema.safeParse(answer);
  // Everything may be missing, but an answer with none of it is another service's.
  const isKnown = parsed.success && Object.values(parsed.data).some((value) => value !== undefined);
  return isKnown ? parsed.data : undefined;
}

/** A number, also where it is written as text. */
const lifetime = orLeftOut(z.union([z.number(), z.pipe(z.string(), z.transform(Number))]));

// A token goes into a header: characters no header can hold are no token.
const tokenSchema = z.object({
  access_token: z.string().check(z.refine((token) => /^[\x21-\x7e]+$/.test(token))),
  expires_in: lifetime,
});

/** A token as the service granted it. */
export interface GrantedToken {
  readonly value: string;
  /** As told, which may be nonsense. */
  readonly lifetimeSeconds?: number;
}

/** The answer of `/v1/oauth/token`; undefined when it holds no token. */
export function parseToken(answer: unknown): GrantedToken | undefined {
  const parsed = tokenSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { access_token: value, expires_in: lifetimeSeconds } = parsed.data;
  return { value, ...(lifetimeSeconds !== undefined && { lifetimeSeconds }) };
}

const healthSchema = z.object({
  status: text,
  service: text,
  privacy: text,
  authentication: text,
  auth_methods: orLeftOut(z.array(z.string())),
  /** Seconds since 1970, with a fraction. */
  timestamp: orLeftOut(z.number().check(z.gt(0))),
});

/** What `/health` says of the service. */
export interface ServiceHealth {
  /** The service's clock in epoch milliseconds, where it told. */
  readonly serviceTime?: number;
}

/**
 * The answer of `/health`; undefined when it is not BitMind's. Many services say `{"status": "ok"}` at this path: one of
 * the fields that are BitMind's own has to be there, or its very word for being well.
 */
export function parseHealth(answer: unknown): ServiceHealth | undefined {
  const parsed = healthSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { status, service, privacy, authentication, auth_methods, timestamp } = parsed.data;
  const isKnown = status === 'healthy' || Boolean(service ?? privacy ?? authentication ?? auth_methods);
  if (!isKnown) return undefined;
  return timestamp === undefined ? {} : { serviceTime: timestamp * 1000 };
}
