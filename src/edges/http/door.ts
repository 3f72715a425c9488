import type { Request, Response } from 'restify';
import { z } from 'zod';
import { asPerson, type Ctx } from '../../domain/context.ts';
import { AppError, type ErrorCode } from '../../platform/errors.ts';
import { localeFromHeader } from '../../platform/i18n/i18n.ts';
import { type SparseLog, sparse } from '../../platform/log.ts';
import { storable } from '../../platform/words/storable.ts';
import { httpError } from './errors.ts';
import type { Tokens } from './tokens.ts';

type Handler = (req: Request, res: Response) => Promise<unknown>;

/** What every route of the pages' API goes through. */
export interface Door {
  /** Answers with what the handler returns, or with what its error says. */
  json(handler: Handler): (req: Request, res: Response) => Promise<void>;
  /** @throws AppError signIn.required */
  signedIn(req: Request): Promise<Ctx>;
}

/** The door of the pages' API: who asks, and how answers and errors look. */
export function openDoor(ctx: Ctx, tokens: Tokens): Door {
  const log = sparse(ctx.log);
  return {
    json: (handler) => async (req, res) => {
      try {
        const body = await handler(req, res);
        if (!res.headersSent) res.json(200, body);
      } catch (error) {
        fail(log, req, res, error);
      }
    },
    signedIn: async (req) => asPerson(ctx, await tokens.readSession(req.header('authorization'))),
  };
}

/** @throws AppError input.invalid, naming `what` */
export function parse<T>(schema: z.ZodType<T>, body: unknown, what: string): T {
  const parsed = schema.safeParse(storable(body));
  if (!parsed.success) throw new AppError('input.invalid', { names: what });
  return parsed.data;
}

/** The id in the path. @throws AppError with `code` where it is none */
export function idOf(req: Request, code: ErrorCode): string {
  const id = z.uuid().safeParse(req.params?.id);
  if (!id.success) throw new AppError(code);
  return id.data;
}

function fail(log: SparseLog, req: Request, res: Response, error: unknown): void {
  if (!(error instanceof AppError)) log.error({ err: error, route: req.getRoute()?.path }, 'request failed');
  const { status, body } = httpError(error, localeFromHeader(req.header('accept-language')));
  if (!res.headersSent) res.json(status, body);
}
