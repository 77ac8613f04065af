import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface PageRequest {
  readonly method: 'GET' | 'POST';
  /** Behind the token, such as `state`; empty for the page itself. */
  readonly path: string;
  /** Of a POST. */
  readonly body: string;
}

export interface PageAnswer {
  readonly status: 200 | 400 | 404;
  readonly type: 'text/html' | 'application/json';
  readonly body: string;
}

export interface LoopbackServer {
  /** With its token; whoever knows it may decide. */
  readonly url: string;
  close(): void;
}

const MAX_BODY_BYTES = 64 * 1024;

/**
 * Serves a page to this machine alone: it listens on the loopback address, answers only requests that carry a fresh
 * token and name that address, and lets the page load nothing from anywhere else.
 * @param answer is handed a nonce, which scripts and styles of the page have to carry
 */
export function serveLoopback(
  answer: (request: PageRequest, nonce: string) => PageAnswer,
  onBroken: (error: Error) => void,
): Promise<LoopbackServer> {
  const token = randomBytes(24).toString('base64url');
  const nonce = randomBytes(16).toString('base64');
  let hosts: readonly string[] = [];
  const server = createServer((request, response) => {
    const path = pathBehind(request.url ?? '', token);
    // One answer for whatever is not meant for us: it tells nobody whether a guess was near.
    if (path === null || !hosts.includes(request.headers.host ?? '') || !isOwn(request, hosts))
      return refuse(response, 404);
    if (request.method === 'GET') return send(response, answer({ method: 'GET', path, body: '' }, nonce), nonce);
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
      return refuse(response, 404);
    readBody(request, (body) => {
      if (body === null) return refuse(response, 400);
      try {
        send(response, answer({ method: 'POST', path, body }, nonce), nonce);
      } catch (error) {
        refuse(response, 400);
        onBroken(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
      resolve({
        url: `http://127.0.0.1:${port}/${token}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

function pathBehind(url: string, token: string): string | null {
  const [, first = '', ...rest] = url.split('?')[0]?.split('/') ?? [];
  const [given, known] = [Buffer.from(first), Buffer.from(token)];
  return given.length === known.length && timingSafeEqual(given, known) ? rest.join('/') : null;
}

/** A page of somebody else may not send us anything, even if it knew the token. */
function isOwn({ headers }: IncomingMessage, hosts: readonly string[]): boolean {
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}

function readBody(request: IncomingMessage, done: (body: string | null) => void): void {
  const chunks: Buffer[] = [];
  let total = 0;
  request.on('data', (chunk: Buffer) => {
    total += chunk.length;
    if (total <= MAX_BODY_BYTES) chunks.push(chunk);
  });
  request.on('end', () => done(total > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8')));
  request.on('error', () => undefined);
}

function send(response: ServerResponse, { status, type, body }: PageAnswer, nonce: string): void {
  const own = `'nonce-${nonce}'`;
  response.writeHead(status, {
    ...HEADERS,
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': `default-src 'none'; script-src ${own}; style-src ${own}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  });
  response.end(body);
}

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

function refuse(response: ServerResponse, status: 400 | 404): void {
  response.writeHead(status, HEADERS).end();
}
