import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence of a sample voice, as its transcript has it. */
export interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

/** @param folder of the voice in prisma/sample/voices */
export function cuesOf(folder: string): Cue[] {
  const file = join(import.meta.dirname, '../../../prisma/sample/voices', folder, 'transcript.vtt');
  return readFileSync(file, 'utf8')
    .split(/\n\n+/)
    .filter((block) => block.includes('-->'))
    .map((block) => {
      const lines = block.trim().split('\n');
      const [start = '', end = ''] = lines.find((line) => line.includes('-->'))?.split(' --> ') ?? [];
      const text = lines.at(-1)?.replace(/<[^>]*>/g, '') ?? '';
      return { startMs: millisecondsOf(start), endMs: millisecondsOf(end), text };
    });
}

/** `00:12.345` */
function millisecondsOf(time: string): number {
  const [minutes = '0', seconds = '0'] = time.trim().split(':').slice(-2);
  return Math.round((Number(minutes) * 60 + Number(seconds)) * 1000);
}
