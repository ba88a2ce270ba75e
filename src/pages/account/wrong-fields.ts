import type { ErrorData } from '../../core/errors/error-data.ts';
import type { SignInMethod } from '../../core/service/credential.ts';
import type { FieldName } from './account-fields.ts';

const CREDENTIALS: Record<SignInMethod, readonly FieldName[]> = {
  'api-key': ['apiKey'],
  'oauth-client': ['clientId', 'clientSecret'],
  'oauth-certificate': ['clientId', 'certificate'],
};

/** The fields that an error names, so that they can be marked. None where it may as well be the network or the account. */
export function wrongFields(error: ErrorData): readonly FieldName[] {
  switch (error.code) {
    case 'sign-in-refused':
      return CREDENTIALS[error.method];
    case 'unusable-credential':
      return [error.field];
    case 'standard-api-key':
      return ['apiKey'];
    case 'not-permitted':
      return error.method === 'oauth-certificate' ? ['certificate'] : [];
    case 'bad-service-address':
    case 'service-redirected':
    case 'not-bitmind':
      return ['serviceAddress'];
    default:
      return [];
  }
}
