/**
 * The credentials of the three accounts the sandbox knows by default. They open nothing but a sandbox on this machine.
 * The certificate's private key was thrown away when it was made: the Enterprise API never asks for it.
 */

/** A legacy organisation key. */
export const SANDBOX_API_KEY = 'enterprise-sandbox-key';

/** A key of BitMind's other, standard API: always refused with 401. */
export const STANDARD_API_KEY = 'bitmind-standard-sandbox-key';

/** An OAuth client that signs in with a secret. */
export const SANDBOX_CLIENT_ID = '5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c';
export const SANDBOX_CLIENT_SECRET = 'sandbox-secret';

/** An OAuth client that is bound to a certificate and has no secret. */
export const SANDBOX_CERTIFICATE_CLIENT_ID = 'ce471f1ca7ece471f1ca7ece471f1ca7';
export const SANDBOX_CERTIFICATE_PEM = `-----BEGIN CERTIFICATE-----
MIIBrzCCAVWgAwIBAgIUOY8EohP3xCI/EjsWaVBihV9r4PgwCgYIKoZIzj0EAwIw
LDEqMCgGA1UEAwwhY2hlY2std2l0aC1iaXRtaW5kIHNhbmRib3ggY2xpZW50MCAX
DTI2MTEyNDE3MTAwNVoYDzIxMjYxMDMxMTcxMDA1WjAsMSowKAYDVQQDDCFjaGVj
ay13aXRoLWJpdG1pbmQgc2FuZGJveCBjbGllbnQwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQDktU2ZCtdAb9CMF0rOKAh1tHT25ycUJu6kQws/n+UXI5DUDHpwarn
r8mcEWPp0a9LvZ5K2Zb7mw3LG4SEXx+2o1MwUTAdBgNVHQ4EFgQURlGoC2tZMJuE
kncXJdrpaSoxQWIwHwYDVR0jBBgwFoAURlGoC2tZMJuEkncXJdrpaSoxQWIwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAhHsjz9vXn3qZYglf6ovh
2NN1lz6MLv2l6oLGmkm4E54CIHo5nkhLy/N7r7zBhUrNmva2JkHn9KRq6YciixBK
06Ze
-----END CERTIFICATE-----
`;
