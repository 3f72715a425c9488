import type { Next, Request, Response, Server } from 'restify';
import restify from 'restify';
import type { Ctx } from '../domain/context.ts';
import { AppError } from '../platform/errors.ts';
import { localeFromHeader } from '../platform/i18n/i18n.ts';
import type { Live } from '../platform/live/live.ts';
import { sparse } from '../platform/log.ts';
import { isAttachmentUpload } from './http/attachmentRoutes.ts';
import { httpError } from './http/errors.ts';
import { isLocalRequest } from './http/localOnly.ts';
import { createMetrics } from './http/metrics.ts';
import { isPageRequest, mountPages } from './http/pages.ts';
import { mountApi } from './http/routes.ts';
import type { Tokens } from './http/tokens.ts';
import type { EndpointAnswer } from './teams/index.ts';

interface ServerOptions {
  ctx: Ctx;
  live: Live;
  tokens: Tokens;
  messages: (body: unknown, authorization: string | undefined) => Promise<EndpointAnswer>;
  /** dist/web; undefined where no pages are served (tests of other doors). */
  pagesFolder: string | undefined;
  /** Scheduler, database and queue run. */
  isReady: () => Promise<boolean>;
}

/** Largest body that anybody sends us: an activity; Teams' own limit is 100 KB. */
const largestBody = 256 * 1024;

/**
 * How long a connection without a request stays. Longer than proxies keep theirs (nginx 60 s, Azure's gateway 20 s): who
 * closes first, while the other sends, resets a request.
 */
const idleConnectionMs = 75_000;

/** Builds the one HTTP server: bot, pages, health and figures. It does not listen yet. */
export function createServer({ ctx, live, tokens, messages, pagesFolder, isReady }: ServerOptions): Server {
  const server = restify.createServer({ name: 'kikidoki', ignoreTrailingSlash: true });
  // restify listens for 'upgrade' and answers nothing: such a socket would stay for ever. Where nobody listens,
  // Node answers the request as the plain one that it also is.
  server.server.removeAllListeners('upgrade');
  server.server.keepAliveTimeout = idleConnectionMs;
  server.server.headersTimeout = idleConnectionMs + 5_000;
  const metrics = createMetrics(ctx);
  const log = sparse(ctx.log);

  server.pre(function guard(req: Request, res: Response, next: (error?: unknown) => void) {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    const refusal = refusalOf(req, ctx.local);
    if (!refusal) return next();
    answerError(req, res, refusal);
    return next(false);
  });
  // Only JSON: the general parser would also take uploads and write them to the disk.
  const readers = [restify.plugins.bodyReader({ maxBodySize: largestBody })].flat();
  server.use(
    readers.map((reader) => (req: Request, res: Response, next: Next) => {
      if (isAttachmentUpload(req)) return next();
      return reader(req, res, next);
    }),
  );
  server.use(restify.plugins.jsonBodyParser({ mapParams: false, bodyReader: true }));
  server.on('after', (req: Request, res: Response) => {
    const started = req.time();
    metrics.observe(String(req.getRoute()?.path ?? 'unknown'), res.statusCode, (Date.now() - started) / 1000);
  });
  // restify's own answers (not found, body too large, malformed JSON) echo the message they were thrown with.
  server.on(
    'restifyError',
    (req: Request, res: Response, error: { statusCode?: number }, done: () => void) => {
      if (!res.headersSent) {
        if (error.statusCode === 404 && showMissing && isPageRequest(req)) showMissing(res);
        else answerError(req, res, ownError(error.statusCode ?? 500));
      }
      return done();
    },
  );

  server.get('/health/live', async (_req: Request, res: Response) => {
    res.json(200, { live: true });
  });
  server.get('/health/ready', async (_req: Request, res: Response) => {
    const ready = await isReady().catch(() => false);
    res.json(ready ? 200 : 503, { ready });
  });
  server.get('/metrics', async (_req: Request, res: Response) => {
    const text = await metrics.text();
    res.setHeader('Content-Type', metrics.contentType);
    res.sendRaw(200, text);
  });
  server.post('/api/messages', async (req: Request, res: Response) => {
    try {
      const answer = await messages(req.body, req.header('authorization'));
      if (answer.body === undefined) res.send(answer.status);
      else res.json(answer.status, answer.body);
    } catch (error) {
      log.error({ err: error }, 'turn failed');
      res.send(500);
    }
  });
  mountApi(server, ctx, tokens, live);
  const showMissing = pagesFolder ? mountPages(server, pagesFolder, ctx) : undefined;
  return server;
}

/** Why a request is turned away before a byte of its body is read. */
function refusalOf(req: Request, isLocal: boolean): AppError | null {
  if (isLocal && !isLocalRequest(req)) return new AppError('origin.refused');
  // Nobody compresses what they send us. restify's body reader would inflate it without a limit, and one
  // faulty byte raises an error that nobody catches: the process would end.
  const encoding = req.header('content-encoding')?.trim().toLowerCase();
  return encoding && encoding !== 'identity' ? new AppError('encoding.refused') : null;
}

function ownError(status: number): AppError {
  if (status === 404 || status === 405) return new AppError('notFound');
  if (status === 413) return new AppError('tooLarge');
  return status < 500 ? new AppError('input.invalid', { names: 'body' }) : new AppError('internal');
}

function answerError(req: Request, res: Response, error: AppError): void {
  const { status, body } = httpError(error, localeFromHeader(req.header('accept-language')));
  res.json(status, body);
}
