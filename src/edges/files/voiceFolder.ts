import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { TranscriptFormat, VoiceFiles } from '../../domain/voices/index.ts';
import { AppError } from '../../platform/errors.ts';

const transcripts: readonly `transcript.${TranscriptFormat}`[] = [
  'transcript.vtt',
  'transcript.srt',
  'transcript.json',
];
const sounds = ['sound.mp3', 'sound.m4a', 'sound.wav'];

/**
 * Reads the folder of one excerpt: voice.json, transcript.(vtt|srt|json), sound.(mp3|m4a|wav). Its format is
 * described in docs/voice-format.md.
 *
 * @throws AppError voice.folderMissing, voice.fileMissing, voice.badMetadata
 */
export function readVoiceFolder(folder: string): VoiceFiles {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new AppError('voice.folderMissing', { folder });
  const present = new Set(readdirSync(folder));
  if (!present.has('voice.json')) throw new AppError('voice.fileMissing', { file: 'voice.json' });
  const transcript = transcripts.find((name) => present.has(name));
  const sound = sounds.find((name) => present.has(name));
  if (!transcript) throw new AppError('voice.fileMissing', { file: 'transcript.vtt' });
  if (!sound) throw new AppError('voice.fileMissing', { file: 'sound.mp3' });
  return {
    metadata: readJson(join(folder, 'voice.json')),
    transcript: {
      format: extname(transcript).slice(1) as TranscriptFormat,
      source: readFileSync(join(folder, transcript), 'utf8'),
    },
    sound: readFileSync(join(folder, sound)),
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new AppError('voice.badMetadata', { where: 'JSON' });
  }
}
