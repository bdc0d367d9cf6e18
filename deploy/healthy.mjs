/** Whether the server in this container is ready: 0, else 1. The image's health check. */
import * as http from 'node:http';
import * as https from 'node:https';
import { env, exit } from 'node:process';

const server = env.TLS_CERT ? https : http;
server
  .get({
    host: '127.0.0.1',
    port: env.PORT || 4000,
    path: '/readyz',
    timeout: 4_000,
    // Its certificate is for its public name, not for this address.
    rejectUnauthorized: false,
  })
  .on('response', ({ statusCode }) => exit(statusCode === 200 ? 0 : 1))
  .on('timeout', () => exit(1))
  .on('error', () => exit(1));
