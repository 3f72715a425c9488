import type { Request } from 'restify';

/** Names that only this machine answers to. */
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Local mode authenticates nobody, so that only this machine may ask, and only for itself: a page of another
 * site in the same browser (or a name that was rebound to loopback) is refused by its Host or Origin.
 */
export function isLocalRequest(req: Request): boolean {
  const remote = req.socket.remoteAddress ?? '';
  const isLoopback = remote === '::1' || remote.startsWith('127.') || remote.startsWith('::ffff:127.');
  const origin = req.header('origin');
  return isLoopback && isLoopbackHost(req.header('host')) && (!origin || isLoopbackOrigin(origin));
}

function isLoopbackHost(host: string | undefined): boolean {
  return loopbackNames.has((host ?? '').replace(/:\d+$/, ''));
}

function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  return loopbackNames.has(new URL(origin).hostname);
}
