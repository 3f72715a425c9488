import { describe, expect, it } from 'vitest';
import { checkExcerpt, parseVoiceMetadata, type Sentence } from '../../../src/domain/voices/voices.rules.ts';
import { AppError } from '../../../src/platform/errors.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

const settings = defaultSettings();
const metadata = {
  reference: 'T-1',
  kind: 'complaint',
  lineOfBusiness: 'auto',
  intakeChannel: 'call_center',
  caller: 'policyholder',
  receivedMonth: '2026-10',
  quote: '毎日、電話ばかり気にしていました。',
  speakers: { お客さま: 'customer', 担当者: 'operator' },
  bleeps: [{ startMs: 1_000, endMs: 1_500, label: '氏名' }],
};
const sentences: Sentence[] = [
  { index: 0, startMs: 300, endMs: 4_000, speaker: 'operator', text: 'はい、担当の【氏名】です。' },
  {
    index: 1,
    startMs: 4_000,
    endMs: 9_000,
    speaker: 'customer',
    text: 'もう、毎日、電話ばかり気にしていました。',
  },
];

function faultOf(
  changes: Partial<typeof metadata> | Record<string, unknown> = {},
  words: Sentence[] = sentences,
  durationMs = 10_000,
): string {
  try {
    checkExcerpt(parseVoiceMetadata({ ...metadata, ...changes }, settings), words, durationMs);
    return 'sound';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...Object.values(error.values)].join(' ');
  }
}

describe('an excerpt', () => {
  it('is sound when words, quote, masks and tones belong together', () => {
    expect(faultOf()).toBe('sound');
  });

  it.each([
    [{ kind: 'rant' }, 'voice.badMetadata kind'],
    [{ lineOfBusiness: 'space', caller: 'nobody' }, 'voice.badMetadata lineOfBusiness, caller'],
    [{ receivedMonth: '2026-13' }, 'voice.badMetadata receivedMonth'],
    [{ quote: 'あ' }, 'voice.badMetadata quote'],
    [{ customerName: '山田' }, 'voice.unknownMetadata customerName'],
    // The entry that is missing is the one that was mistyped.
    [{ recievedMonth: '2026-10', receivedMonth: undefined }, 'voice.unknownMetadata recievedMonth'],
    [
      { bleeps: [{ startMs: 1_000, endMs: 1_500, label: '氏名', lable: '氏名' }] },
      'voice.unknownMetadata bleeps.0.lable',
    ],
    [{ kind: 'constructor' }, 'voice.badMetadata kind'],
    [{ quote: 'はい、担当の【氏名】です。' }, 'voice.quoteMasked'],
    [{ quote: 'そんなことは言っていません。' }, 'voice.quoteNotCustomers'],
    [{ quote: 'はい、担当の' }, 'voice.quoteNotCustomers'],
    [{ bleeps: [] }, 'voice.bleepMismatch 0:00'],
    [{ bleeps: [{ startMs: 5_000, endMs: 5_500, label: '氏名' }] }, 'voice.bleepMismatch 0:00'],
    [{ bleeps: [{ startMs: 1_500, endMs: 1_000, label: '氏名' }] }, 'voice.bleepMismatch 0:01'],
    [{ bleeps: [{ startMs: 11_000, endMs: 12_000, label: '氏名' }] }, 'voice.bleepMismatch 0:11'],
  ])('with %j is refused: %s', (changes, fault) => {
    expect(faultOf(changes)).toBe(fault);
  });

  it('is refused when a tone covers words that the transcript shows', () => {
    const bleeps = [...metadata.bleeps, { startMs: 6_000, endMs: 6_500, label: '住所' }];
    expect(faultOf({ bleeps })).toBe('voice.bleepMismatch 0:04');
  });

  it('is refused, with both lengths, when the words last longer than the sound', () => {
    expect(faultOf({}, sentences, 8_000)).toBe('voice.transcriptTooLong 9.0 8.0');
  });

  it('is refused when sentences are out of order or empty in time', () => {
    const [first, second] = sentences as [Sentence, Sentence];
    expect(faultOf({}, [second, first])).toBe('voice.badTranscript 0:00');
    expect(faultOf({}, [first, { ...second, endMs: second.startMs }])).toBe('voice.badTranscript 0:04');
    expect(faultOf({}, sentences, 8_600)).toBe('sound');
  });
});
