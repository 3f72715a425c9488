import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../src/domain/voices/transcript.rules.ts';
import {
  checkExcerpt,
  parseVoiceMetadata,
  voiceMetadataSchema,
} from '../../src/domain/voices/voices.rules.ts';
import { defaultSettings } from '../../src/platform/settings.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/voice-format.md'), 'utf8');
const blocks = [...page.matchAll(/^```(?:json)?\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
const block = (start: string) => {
  const found = blocks.find((one) => one.startsWith(start));
  if (!found) throw new Error(`docs/voice-format.md has no block that starts with ${start}`);
  return found;
};

describe('docs/voice-format.md', () => {
  const settings = defaultSettings();
  const metadata = parseVoiceMetadata(JSON.parse(block('{\n  "reference"')), settings);

  it.each([
    ['vtt', 'WEBVTT'],
    ['srt', '1\n'],
    ['json', '{\n  "sentences"'],
  ] as const)('shows an excerpt that is accepted, its transcript as %s', (format, start) => {
    const sentences = parseTranscript(format, block(start), metadata.speakers);
    expect(sentences).toHaveLength(2);
    checkExcerpt(metadata, sentences, 10_000);
  });

  it('names every entry of voice.json and every key of the taxonomies', () => {
    for (const name of Object.keys(voiceMetadataSchema.shape)) expect(page).toContain(`\`${name}\``);
    for (const list of ['kinds', 'linesOfBusiness', 'intakeChannels', 'callers'] as const) {
      for (const [key, label] of Object.entries(settings[list]))
        expect(page).toContain(`\`${key}\` ${label.ja}`);
    }
  });
});
