import { AppError, type ErrorCode } from '../../platform/errors.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import type { ErrorBody } from './contract.ts';

/** Status of each error that a page can meet; all others are ours: 500. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'input.invalid': 400,
  'signIn.required': 401,
  'signIn.linkUsed': 401,
  forbidden: 403,
  'origin.refused': 403,
  'voice.soundLinkExpired': 403,
  'local.only': 404,
  notFound: 404,
  'voice.notFound': 404,
  'voice.withdrawn': 410,
  tooLarge: 413,
  'encoding.refused': 415,
};

/** What an error looks like to a page. Unknown errors are never shown: their words may quote anything. */
export function httpError(error: unknown, locale: Locale): { status: number; body: ErrorBody } {
  const known =
    error instanceof AppError && statuses[error.code] !== undefined ? error : new AppError('internal');
  return {
    status: statuses[known.code] ?? 500,
    body: {
      error: { code: known.code, message: String(translator(locale)(`error.${known.code}`, known.values)) },
    },
  };
}
