import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { TranscriptFormat, VoiceFiles } from '../../domain/voices/index.ts';
import { AppError } from '../../platform/errors.ts';
import { readGuarded, readGuardedText } from './readGuarded.ts';

const transcripts: readonly `transcript.${TranscriptFormat}`[] = [
  'transcript.vtt',
  'transcript.srt',
  'transcript.json',
];
const sounds = ['sound.mp3', 'sound.m4a', 'sound.wav'];

const mostMetadataBytes = 256 * 1024;
const mostTranscriptBytes = 4 * 1024 * 1024;
const mostSoundBytes = 30 * 1024 * 1024;

/**
 * Reads the folder of one excerpt: voice.json, transcript.(vtt|srt|json), sound.(mp3|m4a|wav). Its format is
 * described in docs/voice-format.md.
 *
 * @throws AppError voice.folderMissing, voice.file*, voice.badMetadata
 */
export function readVoiceFolder(folder: string): VoiceFiles {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new AppError('voice.folderMissing', { folder });
  const present = new Set(namesIn(folder));
  if (!present.has('voice.json')) throw new AppError('voice.fileMissing', { file: 'voice.json' });
  const transcript = transcripts.find((name) => present.has(name));
  const sound = sounds.find((name) => present.has(name));
  if (!transcript) throw new AppError('voice.fileMissing', { file: 'transcript.vtt' });
  if (!sound) throw new AppError('voice.fileMissing', { file: 'sound.mp3' });
  return {
    metadata: readJson(join(folder, 'voice.json')),
    transcript: {
      format: extname(transcript).slice(1) as TranscriptFormat,
      source: readGuardedText(join(folder, transcript), mostTranscriptBytes),
    },
    sound: readGuarded(join(folder, sound), mostSoundBytes),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AppError('voice.fileUnreadable', { file: basename(folder), reason: code ?? 'unknown' });
  }
}

function readJson(file: string): unknown {
  const text = readGuardedText(file, mostMetadataBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('voice.badMetadata', { where: 'JSON' });
  }
}
