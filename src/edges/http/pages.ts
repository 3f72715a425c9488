import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import { findVoice } from '../../domain/voices/index.ts';

/** Microsoft 365 hosts that may show our pages in a dialog. Source: Microsoft Learn, "Tab prerequisites". */
const frameAncestors = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

const noncePlaceholder = /__CSP_NONCE__/g;

const assetTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built pages. One HTML for all routes, with a new nonce each time: scripts and styles without it
 * do not run. The policy names in connect-src only us; in Teams also the host of TeamsJS's list of hosts.
 *
 * @param folder dist/web, built by Vite
 * @returns shows the page that says that there is nothing at this address
 */
export function mountPages(server: Server, folder: string, ctx: Ctx): (res: Response) => void {
  const isLocal = ctx.local;
  const template = readFileSync(join(folder, 'index.html'), 'utf8');
  const sendPage = (res: Response, status: number) => {
    const nonce = randomBytes(16).toString('base64');
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce, isLocal));
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.sendRaw(status, template.replace(noncePlaceholder, nonce));
  };
  const routes = [
    '/',
    '/records',
    '/reports',
    '/discuss/:id',
    '/insights',
    '/themes',
    '/themes/:id',
    '/referrals',
    '/guides',
    '/guides/:id',
    '/board',
    '/board/ledger',
    '/examples',
    '/proposals',
    '/proposals/:id',
    '/propose',
  ];
  for (const route of routes) {
    server.get(route, async (_req: Request, res: Response) => sendPage(res, 200));
  }
  server.get('/listen/:id', async (req: Request, res: Response) => {
    sendPage(res, (await isWithdrawn(ctx, req.params?.id)) ? 410 : 200);
  });
  server.get('/assets/:file', async (req: Request, res: Response) => {
    const name = String(req.params?.file ?? '');
    const type = assetTypes[extname(name)];
    const content =
      /^[\w.-]+$/.test(name) && type ? await readFile(join(folder, 'assets', name)).catch(() => null) : null;
    if (!content || !type) {
      res.sendRaw(404, '');
      return;
    }
    res.setHeader('Content-Type', type);
    // Vite puts a hash of the content into the name.
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    res.writeHead(200);
    res.end(content);
  });
  return (res) => sendPage(res, 404);
}

/** Whether somebody typed or followed an address in a browser; the API answers in JSON whoever asks. */
export function isPageRequest(req: Request): boolean {
  const isRead = req.method === 'GET' || req.method === 'HEAD';
  return isRead && !req.path().startsWith('/api/') && (req.header('accept') ?? '').includes('text/html');
}

/** The page says so itself; the status tells it to whoever only looks at that. */
async function isWithdrawn(ctx: Ctx, voiceId: unknown): Promise<boolean> {
  const id = z.uuid().safeParse(voiceId);
  if (!id.success) return false;
  const voice = await findVoice(ctx.db, id.data).catch(() => null);
  return voice?.state === 'withdrawn';
}

function contentSecurityPolicy(nonce: string, isLocal: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${isLocal ? '' : ' https://res.cdn.office.net'}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${isLocal ? "'self'" : frameAncestors.join(' ')}`,
  ].join('; ');
}
