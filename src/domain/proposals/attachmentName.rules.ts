import type { FileType } from '../../platform/media/cleanFile.ts';

const endings: Readonly<Record<FileType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
};

/** Longest name without its ending, in characters. */
const longest = 80;

/** The name of a file without its folder and its ending; nothing that turns or hides what is read. */
export function bareName(name: string): string {
  const [last = ''] = name.split(/[/\\]/).slice(-1);
  const plain = last
    .replace(/\p{C}/gu, '')
    .replace(/\.[^.]{1,8}$/u, '')
    .trim();
  return Array.from(plain).slice(0, longest).join('');
}

/** What a file is called from now on: its ending says what its bytes are. */
export function fileName(bare: string, type: FileType): string {
  return `${bare || 'file'}.${endings[type]}`;
}
