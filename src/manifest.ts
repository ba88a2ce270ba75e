import type { UserManifest } from 'wxt';

/** What one build's manifest depends on. */
export interface ManifestTarget {
  readonly firefox: boolean;
  /** The headless test build: the production build plus access to servers on this computer. */
  readonly testHosts: boolean;
}

/** The service the extension talks to, unless the user names another one in the options. */
const SERVICE_HOST = 'https://enterprise.bitmind.ai/*';

/** Where the test suite's pages and its sandbox are. */
const TEST_HOSTS = ['http://127.0.0.1/*', 'http://localhost/*'];

/** The manifest of a build. tests/repo/manifest.test.ts holds it against a checked-in expectation. */
export function manifest({ firefox, testHosts }: ManifestTarget): UserManifest {
  return {
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_extensionShortName__' },
    permissions: ['contextMenus', 'activeTab', 'scripting', 'storage'],
    host_permissions: testHosts ? [SERVICE_HOST, ...TEST_HOSTS] : [SERVICE_HOST],
    // Asked for one by one, when a check needs a site's original file.
    optional_host_permissions: ['<all_urls>'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src https: http:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    },
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'check-with-bitmind@bitmind.extension',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
            },
          },
        }
      : {
          minimum_chrome_version: '148',
          // Messages carry Blobs by reference, as Firefox always does.
          message_serialization: 'structured_clone',
        }),
  };
}
