import type { IncomingMessage } from 'node:http';

/** Names that only this machine answers to. */
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Local mode authenticates nobody, so that only this machine may ask, and only for itself: a page of another
 * site in the same browser (or a name that was rebound to loopback) is refused by its Host or Origin. The
 * Playground beside us keeps the same rule (local/playgroundHost.mjs).
 */
export function isLocalRequest(req: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const remote = req.socket.remoteAddress ?? '';
  const isLoopback = remote === '::1' || remote.startsWith('127.') || remote.startsWith('::ffff:127.');
  const { host, origin } = req.headers;
  return isLoopback && isLoopbackHost(host) && (!origin || isLoopbackOrigin(origin));
}

function isLoopbackHost(host = ''): boolean {
  return loopbackNames.has(host.replace(/:\d+$/, '').toLowerCase());
}

function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && loopbackNames.has(hostname);
}
