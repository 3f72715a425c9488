import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asUnwritable } from './dataFolder.ts';

/** Keeps what nobody may read who has the database alone. */
export interface Seal {
  /** AES-256-GCM; the same text is sealed differently each time. */
  close(text: string): Uint8Array<ArrayBuffer>;
  /** @throws where it was sealed under another key, or changed */
  open(sealed: Uint8Array): string;
  /** A keyed hash (HMAC-SHA-256): finds what belongs to the same thing without saying to which. */
  tag(text: string): string;
}

const keyBytes = 32;
const nonceBytes = 12;
const markBytes = 16;

/**
 * Opens the seal whose key lies in a file of the data folder, which replicas share; made at first use, one winner.
 * Without this file what was sealed is lost: it belongs into the backup of the data folder, and never into that of
 * the database.
 *
 * @throws AppError data.unwritable
 */
export function openSeal(file: string): Seal {
  const key = readKey(file);
  const cipherKey = createHmac('sha256', key).update('seal').digest();
  const tagKey = createHmac('sha256', key).update('tag').digest();
  return {
    close: (text) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const words = [cipher.update(text, 'utf8'), cipher.final()];
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), ...words]));
    },
    open: (sealed) => {
      const nonce = sealed.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, nonce, { authTagLength: markBytes });
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + markBytes));
      const words = [decipher.update(sealed.subarray(nonceBytes + markBytes)), decipher.final()];
      return Buffer.concat(words).toString('utf8');
    },
    tag: (text) => createHmac('sha256', tagKey).update(text).digest('base64url'),
  };
}

function readKey(file: string): Buffer {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, randomBytes(keyBytes).toString('base64'), { mode: 0o600 });
    // Whole or not at all, and never over one that is there: of replicas that start together one wins.
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') asUnwritable(dirname(file), error);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
