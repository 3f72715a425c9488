import type { attachmentNameHeader } from '../../edges/http/contract/proposing.ts';
import type { ErrorBody } from '../../edges/http/contract.ts';
import { ApiError } from './apiError.ts';

export { ApiError };

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Sent as it is, instead of a body. */
  file?: File;
  /** Lets the request outlive the page; for small reports only. */
  keepalive?: boolean;
  /** Hears of every answer, a refusal too: its headers tell what time it is at the server. */
  onAnswer?(response: Response): void;
};

/** An answer that takes longer counts as none: the caller tries again. */
const PATIENCE_MS = 15_000;
/** Files are larger than other answers. */
const FILE_PATIENCE_MS = 60_000;

/** As the contract says; imported as a type only, so that no schema comes into the pages. */
const FILE_NAME_HEADER: typeof attachmentNameHeader = 'x-file-name';

/**
 * One request to our own server, whose answers follow the contract.
 * @throws ApiError for every answer outside 2xx and for a lost connection.
 */
export async function callApi<T>(path: string, token: string | null, call: Call = {}): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': document.documentElement.lang };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  if (call.file) headers[FILE_NAME_HEADER] = encodeURIComponent(call.file.name.toWellFormed());
  const response = await fetch(path, {
    method: call.method ?? 'GET',
    headers,
    keepalive: call.keepalive ?? false,
    signal: AbortSignal.timeout(call.file ? FILE_PATIENCE_MS : PATIENCE_MS),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.file ? { body: call.file } : {}),
  }).catch((error: unknown) => {
    throw new ApiError(0, 'offline', String(error));
  });
  call.onAnswer?.(response);
  if (!response.ok) throw await errorOf(response);
  return (await response.json()) as T;
}

/** A file of our own server's. @throws ApiError as above. */
export async function callFile(path: string, token: string): Promise<Blob> {
  const response = await fetch(path, {
    headers: { 'Accept-Language': document.documentElement.lang, Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(FILE_PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new ApiError(0, 'offline', String(error));
  });
  if (!response.ok) throw await errorOf(response);
  return response.blob();
}

/**
 * Opens a stream of server-sent events; it lasts until the server or `signal` ends it.
 * @throws ApiError for every answer outside 2xx and for a lost connection.
 */
export async function openStream(path: string, token: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
    signal,
  }).catch((error: unknown) => {
    throw new ApiError(0, 'offline', String(error));
  });
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function errorOf(response: Response): Promise<ApiError> {
  // Something between us and the server may answer without our body.
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  return new ApiError(response.status, body?.error?.code ?? 'unknown', body?.error?.message ?? '');
}
