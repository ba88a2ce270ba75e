import type { UserManifest } from 'wxt';
import { CHECK_COMMAND, CHECK_PAGE_COMMAND } from './core/browser/check-command.ts';
import { SIDE_PANEL_COMMAND } from './core/browser/open-side-panel.ts';

/** The page of the side panel (entrypoints/side-panel). */
const SIDE_PANEL = 'side-panel.html';

/** The service the extension talks to, unless the user names another one in the options. */
const SERVICE_HOST = 'https://enterprise.bitmind.ai/*';

/**
 * Where Alt+Shift+B is taken: it leads to the bookmarks in both browsers, but for macOS. Chromium gives a command that asks
 * for it no key at all; in Firefox the menu opens instead.
 */
const FREE_KEYS = { windows: 'Alt+Shift+M', linux: 'Alt+Shift+M' };

/** The manifest of a build. tests/repo/manifest.test.ts holds it against a checked-in expectation. */
export function manifest(isFirefox: boolean): UserManifest {
  return {
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_extensionShortName__' },
    commands: {
      [CHECK_COMMAND]: {
        suggested_key: { default: 'Alt+Shift+B', ...FREE_KEYS, ...(!isFirefox && { chromeos: 'Alt+Shift+M' }) },
        description: '__MSG_commandCheck__',
      },
      [CHECK_PAGE_COMMAND]: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandCheckPage__' },
      [SIDE_PANEL_COMMAND]: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_openSidePanel__' },
    },
    permissions: [
      'contextMenus',
      'activeTab',
      'scripting',
      'storage',
      'declarativeNetRequestWithHostAccess',
      // Firefox lets content scripts ask which element was clicked under this name alone (core/browser/clicked-element.ts).
      ...(isFirefox ? ['menus'] : ['offscreen', 'sidePanel']),
    ],
    host_permissions: [SERVICE_HOST],
    // Asked for one by one, when a check needs a site's original file.
    optional_host_permissions: ['<all_urls>'],
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; ${isFirefox ? '' : "frame-src 'self'; "}connect-src 'self' https: http: data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
      // The page that draws: what gets hold of it has no origin, no API and no network.
      ...(!isFirefox && {
        sandbox:
          "sandbox allow-scripts; default-src 'none'; script-src 'self'; img-src blob:; form-action 'none'; base-uri 'none'",
      }),
    },
    ...(isFirefox
      ? {
          // Not by itself after the installation: it is there for who opens it.
          sidebar_action: {
            default_panel: SIDE_PANEL,
            default_title: '__MSG_extensionShortName__',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'check-with-bitmind@bitmind.extension',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
            },
          },
        }
      : {
          side_panel: { default_path: SIDE_PANEL },
          minimum_chrome_version: '148',
          // Messages carry Blobs by reference, as Firefox always does.
          message_serialization: 'structured_clone',
          // What an administrator may set. Firefox takes it from its own policies, without a schema.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  };
}
