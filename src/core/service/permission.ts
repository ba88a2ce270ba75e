/** What media an account may have checked, by the names `/status` uses for `client.permissions` and `features`. */
export type MediaPermission = 'image_inference' | 'video_inference';

/** What an account may be allowed to do; without `batch_processing` several items are sent one by one. */
export type Permission = MediaPermission | 'batch_processing';

/** What has to be allowed for each kind of media. */
export function permissionFor(kind: 'image' | 'video'): MediaPermission {
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
