import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../platform/errors.ts';

/**
 * Reads a file that somebody laid before us. A folder, a pipe or a socket in its place would break or never end;
 * a file that is far too large would fill the memory before anybody could refuse it.
 *
 * @throws AppError voice.fileUnreadable, voice.fileTooLarge
 */
export function readGuarded(path: string, mostBytes: number): Uint8Array {
  const file = basename(path);
  try {
    const { size, ...kind } = factsOf(path);
    if (!kind.isFile) throw new AppError('voice.fileUnreadable', { file, reason: kind.reason });
    if (size > mostBytes) throw new AppError('voice.fileTooLarge', { file, most: sizeText(mostBytes) });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code } = error as { code?: unknown };
    const reason = typeof code === 'string' ? code : 'unknown';
    throw new AppError('voice.fileUnreadable', { file, reason }, { cause: error });
  }
}

/**
 * The same for a text, which must be UTF-8: of a Shift_JIS file half would be read as other characters.
 *
 * @throws AppError voice.fileUnreadable, voice.fileTooLarge, voice.fileEncoding
 */
export function readGuardedText(path: string, mostBytes: number): string {
  const bytes = readGuarded(path, mostBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('voice.fileEncoding', { file: basename(path) });
  }
}

function factsOf(path: string): { isFile: boolean; reason: string; size: number } {
  const facts = statSync(path);
  return { isFile: facts.isFile(), reason: facts.isDirectory() ? 'EISDIR' : 'ENOTSUP', size: facts.size };
}

function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} KB`;
}
