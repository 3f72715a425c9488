import type { SendOutcome, UnreachableReason } from '../../domain/ports.ts';
import { isNetworkCode } from '../../platform/networkCodes.ts';

/** 403 subcodes that will not change until somebody over there does something. */
const blocked: Readonly<Record<string, UnreachableReason>> = {
  ConversationBlockedByUser: 'blocked',
  BotNotInConversationRoster: 'notInstalled',
  BotDisabledByAdmin: 'disabledByAdmin',
  ForbiddenOperationException: 'notInstalled',
};

/**
 * What an answer of the Bot Connector means for the message.
 *
 * Source: Microsoft Learn, "Optimize your bot with rate limiting in Teams" and "Send proactive messages":
 * 412, 429, 502, 504 are to be tried again, 403 and 404 are permanent for the conversation. A 5xx may come
 * after the message was posted: its outcome is unknown.
 */
export function outcomeOfResponse(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: Record<string, unknown>,
  now: Date,
): SendOutcome {
  if (status >= 200 && status < 300) {
    const id = body.activityId ?? body.id;
    return { kind: 'sent', activityId: typeof id === 'string' ? id : null };
  }
  if (status === 429 || status === 412)
    return { kind: 'throttled', retryAfterMs: retryAfter(headers['retry-after'], now) };
  const code = errorCode(body);
  if (status === 401) return { kind: 'unauthorised' };
  if (status === 403) return { kind: 'unreachable', reason: blocked[code] ?? 'blocked' };
  if (status === 404) return { kind: 'conversationGone' };
  if (status >= 500) return { kind: 'unknown', reason: `http${status}` };
  return { kind: 'failed', reason: code || `http${status}` };
}

/** Errors that are raised before a byte of the request was written. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** MSAL's own codes for a network that failed; the cause is not handed on. */
const signInNetworkCodes = new Set([
  'network_error',
  'no_network_connectivity',
  'endpoints_resolution_error',
  'openid_config_error',
]);

/** What it means that no token came: the sign-in was not reached, or it refuses our credentials. */
export function outcomeOfSignIn(error: unknown): SendOutcome {
  const { errorCode } = (error ?? {}) as { errorCode?: unknown };
  const isNetwork = signInNetworkCodes.has(String(errorCode)) || isNetworkCode(codeOf(error));
  return { kind: isNetwork ? 'signInUnreachable' : 'unauthorised' };
}

/** What a failed call means for the message. */
export function outcomeOfError(error: unknown): SendOutcome {
  const code = codeOf(error);
  if (neverSent.has(code)) return { kind: 'notDelivered', reason: code };
  return { kind: 'unknown', reason: code || 'network' };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause ? codeOf(cause) : '';
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3). */
function retryAfter(header: string | string[] | undefined, now: Date): number | null {
  const value = Array.isArray(header) ? header[0] : header;
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

function errorCode(body: Record<string, unknown>): string {
  const error = body.error as { code?: unknown } | undefined;
  const code = error?.code;
  return typeof code === 'string' && /^[A-Za-z0-9]{1,60}$/.test(code) ? code : '';
}
