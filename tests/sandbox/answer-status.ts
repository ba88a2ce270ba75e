import { ALL_PERMISSIONS } from './account.ts';
import { SERVICE_IDENTITY } from './answer-health.ts';
import type { SignedInCall } from './call.ts';

/** GET /status: who is asking, and what they may do. */
export function answerStatus({ account, service }: SignedInCall): unknown {
  return {
    status: 'operational',
    ...SERVICE_IDENTITY,
    client: { name: account.name, tier: account.tier, permissions: account.permissions },
    features: {
      ...Object.fromEntries(ALL_PERMISSIONS.map((name) => [name, account.permissions.includes(name)])),
      zero_data_retention: true,
    },
    endpoints: { image: '/image', video: '/video', batch_image: '/batch_image', batch_video: '/batch_video' },
    timestamp: service.now() / 1000,
  };
}
