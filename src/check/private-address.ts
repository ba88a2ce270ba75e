export function isPrivateAddress({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
