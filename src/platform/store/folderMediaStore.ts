import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asUnwritable } from '../dataFolder.ts';

/** A stored sound, as domain/ports.ts asks for it. */
interface Stored {
  bytes: number;
  read(start: number, end: number): NodeJS.ReadableStream;
}

/** Sounds as files in one folder, which replicas share. Named by their sha256, so that none is kept twice. */
export function openFolderMediaStore(folder: string): {
  put(content: Uint8Array, of?: string): Promise<string>;
  open(key: string): Promise<Stored | null>;
  remove(key: string): Promise<void>;
} {
  return {
    put: (content, of) => put(folder, content, of).catch((error) => asUnwritable(folder, error)),
    open: async (key) => {
      if (!isKey(key)) return null;
      const file = join(folder, key);
      const found = await stat(file).catch(() => null);
      if (!found) return null;
      return { bytes: found.size, read: (start, end) => createReadStream(file, { start, end }) };
    },
    remove: async (key) => {
      if (isKey(key)) await rm(join(folder, key), { force: true });
    },
  };
}

function isKey(key: string): boolean {
  return /^[0-9a-f]{64}$/.test(key);
}

async function put(folder: string, content: Uint8Array, of = ''): Promise<string> {
  await mkdir(folder, { recursive: true });
  const key = createHash('sha256').update(of).update(content).digest('hex');
  // Written beside and renamed: a crash in between leaves no half a sound under a good name.
  const unfinished = join(folder, `${key}.${randomUUID()}`);
  await writeFile(unfinished, content);
  await rename(unfinished, join(folder, key));
  return key;
}
