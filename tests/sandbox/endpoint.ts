import type { Permission } from './account.ts';

/** What the Enterprise API's documentation says about each path, before any body is looked at. */
export const ENDPOINTS = {
  '/health': { method: 'GET', signedIn: false, permissions: [] },
  '/v1/oauth/token': { method: 'POST', signedIn: false, permissions: [] },
  '/status': { method: 'GET', signedIn: true, permissions: [] },
  '/image': { method: 'POST', signedIn: true, permissions: ['image_inference'] },
  '/video': { method: 'POST', signedIn: true, permissions: ['video_inference'] },
  '/batch_image': { method: 'POST', signedIn: true, permissions: ['batch_processing', 'image_inference'] },
  '/batch_video': { method: 'POST', signedIn: true, permissions: ['batch_processing', 'video_inference'] },
} as const satisfies Record<string, Endpoint>;

/** A path of the Enterprise API. */
export type EndpointPath = keyof typeof ENDPOINTS;

interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly signedIn: boolean;
  readonly permissions: readonly Permission[];
}

/** Whether a path is one the Enterprise API has. Paths are exact: no trailing slash, no other case. */
export function isEndpointPath(path: string): path is EndpointPath {
  return Object.hasOwn(ENDPOINTS, path);
}
