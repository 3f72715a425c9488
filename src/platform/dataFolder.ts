import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './errors.ts';

/** Codes of a folder that cannot be made or written: permissions, a file in its place, no space. */
const folderCodes = /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOSPC|EDQUOT|ENOENT|ELOOP|ENAMETOOLONG)$/;

/**
 * Makes the data folder and tries to write into it, before anything is started that would break in the middle.
 *
 * @throws AppError data.unwritable
 */
export function requireDataFolder(folder: string): void {
  const probe = join(folder, `.writable-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    asUnwritable(folder, error);
  }
}

/** @throws AppError data.unwritable, or the error itself when it is of another kind */
export function asUnwritable(folder: string, error: unknown): never {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  const reason = String(code);
  // A program that cannot be run has the same codes.
  if (!folderCodes.test(reason) || String(syscall).startsWith('spawn')) throw error;
  throw new AppError('data.unwritable', { folder, reason }, { cause: error });
}
