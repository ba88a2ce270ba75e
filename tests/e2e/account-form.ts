import type { Page } from '@playwright/test';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
} from '../sandbox/sandbox-credentials.ts';

/** What is typed into the form of the options page. */
export interface AccountOnForm {
  readonly method: 'API key' | 'OAuth client' | 'OAuth client with certificate';
  /** Values by the names of their fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly serviceAddress?: string;
}

export const API_KEY_ACCOUNT: AccountOnForm = { method: 'API key', fields: { 'API key': SANDBOX_API_KEY } };

export const OAUTH_ACCOUNT: AccountOnForm = {
  method: 'OAuth client',
  fields: { 'Client ID': SANDBOX_CLIENT_ID, 'Client secret': SANDBOX_CLIENT_SECRET },
};

export const CERTIFICATE_ACCOUNT: AccountOnForm = {
  method: 'OAuth client with certificate',
  fields: { 'Client ID': SANDBOX_CERTIFICATE_CLIENT_ID, 'Certificate (PEM)': SANDBOX_CERTIFICATE_PEM },
};

/** Fills the form, as a person does. */
export async function fillAccountForm(options: Page, account: AccountOnForm): Promise<void> {
  await options.getByRole('radio', { name: account.method, exact: true }).check();
  for (const [name, value] of Object.entries(account.fields)) {
    await options.getByRole('textbox', { name, exact: true }).fill(value);
  }
  if (account.serviceAddress)
    await options.getByRole('textbox', { name: 'Service address' }).fill(account.serviceAddress);
}
