import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { clockText, type Sentence, type Speaker, speakerSchema } from './voices.rules.ts';

export type TranscriptFormat = 'vtt' | 'srt' | 'json';

interface Cue {
  startMs: number;
  endMs: number;
  speakerName: string;
  text: string;
}

const jsonTranscript = z.strictObject({
  sentences: z
    .array(
      z.strictObject({
        startMs: z.int().min(0),
        endMs: z.int().min(1),
        speaker: speakerSchema,
        text: z.string().trim().min(1),
      }),
    )
    .min(1),
});

/** Ten minutes of sound have a few hundred. */
const mostSentences = 2_000;

/**
 * Reads a timed transcript: WebVTT with voice tags (`<v お客さま>…`), SRT with `お客さま: …` lines, or JSON
 * `{sentences: [{startMs, endMs, speaker, text}]}`. One cue is one sentence.
 *
 * @param speakers the transcript's own speaker names → customer or operator
 * @throws AppError voice.badTranscript naming the cue's time, never its words; voice.tooManySentences
 */
export function parseTranscript(
  format: TranscriptFormat,
  source: string,
  speakers: Readonly<Record<string, Speaker>>,
): Sentence[] {
  const text = source.replace(/^\uFEFF/, '');
  const sentences = format === 'json' ? parseJson(text) : parseCaptions(text, format, speakers);
  if (sentences.length > mostSentences) throw new AppError('voice.tooManySentences', { most: mostSentences });
  return sentences;
}

function parseCaptions(
  source: string,
  format: 'vtt' | 'srt',
  speakers: Readonly<Record<string, Speaker>>,
): Sentence[] {
  const cues = parseCues(source.replace(/\r\n?/g, '\n'), format);
  if (cues.length === 0) throw new AppError('voice.badTranscript', { where: '0:00' });
  return cues.map((cue, index) => {
    // Without a speaker's name the first words before a colon would pass for one: the time is named, no word.
    const speaker = Object.hasOwn(speakers, cue.speakerName) ? speakers[cue.speakerName] : undefined;
    if (!speaker || !cue.text.trim()) {
      throw new AppError('voice.badTranscript', { where: clockText(cue.startMs) });
    }
    return { index, startMs: cue.startMs, endMs: cue.endMs, speaker, text: cue.text };
  });
}

function parseJson(source: string): Sentence[] {
  try {
    return jsonTranscript
      .parse(JSON.parse(source))
      .sentences.map((sentence, index) => ({ index, ...sentence }));
  } catch {
    throw new AppError('voice.badTranscript', { where: 'JSON' });
  }
}

// W3C WebVTT §4: hours are optional, the separator is a full stop; SRT has hours and a comma.
const timing = /^(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})/;

function parseCues(source: string, format: 'vtt' | 'srt'): Cue[] {
  if (format === 'vtt' && !source.startsWith('WEBVTT')) {
    throw new AppError('voice.badTranscript', { where: 'WEBVTT' });
  }
  return source
    .split(/\n{2,}/)
    .map((block) => block.split('\n'))
    .filter((lines) => lines.some((line) => line.includes('-->')))
    .map((lines) => parseCue(lines, format));
}

function parseCue(lines: string[], format: 'vtt' | 'srt'): Cue {
  const at = lines.findIndex((line) => line.includes('-->'));
  const match = timing.exec(lines[at] ?? '');
  if (!match) throw new AppError('voice.badTranscript', { where: timesIn(lines[at] ?? '') });
  const payload = lines
    .slice(at + 1)
    .join('')
    .trim();
  const spoken =
    format === 'vtt'
      ? /^<v(?:\.[^\s>]*)?\s+([^>]+)>([\s\S]*?)(?:<\/v>)?$/.exec(payload)
      : /^([^:：]{1,20})[:：]\s*([\s\S]*)$/.exec(payload);
  return {
    startMs: toMs(match.slice(1, 5)),
    endMs: toMs(match.slice(5, 9)),
    speakerName: spoken?.[1]?.trim() ?? '',
    text: unescapeVtt((spoken?.[2] ?? '').trim()),
  };
}

/** What of a line looks like times: it may hold what was said. */
function timesIn(line: string): string {
  return line
    .replace(/[^\d:.,>\s-]/g, '')
    .trim()
    .slice(0, 40);
}

function toMs(parts: string[]): number {
  const [hours, minutes, seconds, ms] = parts.map((part) => Number(part ?? 0));
  return (((hours || 0) * 60 + (minutes || 0)) * 60 + (seconds || 0)) * 1000 + (ms || 0);
}

function unescapeVtt(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}
