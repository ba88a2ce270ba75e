import { parseArgs } from 'node:util';
import { createSandbox } from './create-sandbox.ts';
import { requestLogLine } from './request-log-line.ts';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
} from './sandbox-credentials.ts';

const DEFAULT_PORT = '8799';

const { values } = parseArgs({ options: { port: { type: 'string', default: DEFAULT_PORT } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port must be a number from 0 to 65535, not "${values.port}".`);
}

const sandbox = await createSandbox({
  port,
  recordedBodyBytes: 0,
  onEnded: (record) => console.log(requestLogLine(record)),
});

console.log(`BitMind sandbox at ${sandbox.origin}. It has no model: a verdict is what a file declares about itself.

  API key        ${SANDBOX_API_KEY}
  Client ID      ${SANDBOX_CLIENT_ID}
  Client secret  ${SANDBOX_CLIENT_SECRET}
  Certificate    client ID ${SANDBOX_CERTIFICATE_CLIENT_ID} with
${SANDBOX_CERTIFICATE_PEM}`);

process.once('SIGINT', () => void sandbox.close());
