import type { Permission } from '../../core/errors/error-data.ts';

/** What has to be allowed for each kind of media. */
export function permissionFor(kind: 'image' | 'video'): Permission {
  return kind === 'video' ? 'video_inference' : 'image_inference';
}

/** What `/status` told of what an account may do, by the service's own names. */
interface ToldPermissions {
  readonly permissions?: readonly string[];
  readonly features?: Readonly<Record<string, boolean>>;
}

/** Whether an account may do something, as far as `/status` told: what it did not mention is allowed, until a 403 says no. */
export function isPermitted({ permissions, features }: ToldPermissions, permission: Permission): boolean {
  if (permissions && !permissions.includes(permission)) return false;
  return features?.[permission] !== false;
}
