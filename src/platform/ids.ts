import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** A new UUIDv7: sorts by time of creation, so that indexes grow at one end. */
export function newId(): string {
  return v7();
}

/**
 * The same UUID for the same parts, for rows and jobs that must exist once however often they are asked for.
 *
 * @param parts whatever makes the thing unique
 * @returns a UUID of version 8 (RFC 9562 §5.8: custom), derived from SHA-256
 */
export function idFrom(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
