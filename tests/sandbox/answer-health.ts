import type { Call } from './call.ts';

/** What the sandbox calls itself; the real service says `enterprise-inference-worker`, `eu-west`. */
export const SERVICE_IDENTITY = { service: 'enterprise-sandbox', region: 'local' } as const;

/** GET /health: the documented fields, for everybody. */
export function answerHealth({ service }: Call): unknown {
  return {
    status: 'healthy',
    ...SERVICE_IDENTITY,
    privacy: 'zero-data-retention',
    authentication: 'enterprise-only',
    auth_methods: ['oauth-jwt', 'organization-api-key'],
    timestamp: service.now() / 1000,
  };
}
