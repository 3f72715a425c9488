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
    [{ reference: '' }, 'voice.badReference'],
    [{ reference: '   ' }, 'voice.badReference'],
    [{ reference: '--help' }, 'voice.badReference'],
    [{ reference: 'T\u001b[31m-1' }, 'voice.badReference'],
    [{ reference: 'T\n1' }, 'voice.badReference'],
    [{ reference: 'T\u202e1' }, 'voice.badReference'],
    [{ reference: 'T\u200b1' }, 'voice.badReference'],
    [{ reference: 'T'.repeat(61) }, 'voice.badReference'],
    [{ reference: '01a2103a-d5d6-7005-bcbe-52f41d732041' }, 'voice.badReference'],
    [{ quote: '    ' }, 'voice.badCharacters quote'],
    [{ quote: '\u3000\u200b\u200b\u200b。' }, 'voice.badCharacters quote'],
    [{ quote: '\u202e電話ばかり' }, 'voice.badCharacters quote'],
    [{ quote: '電話ばかり\u0000' }, 'voice.badCharacters quote'],
    [{ quote: '電話ばかり\ud83d' }, 'voice.badCharacters quote'],
    [{ quote: '\u3164\u3164\u3164\u3164' }, 'voice.badCharacters quote'],
    [{ handledWell: 'よい\u0007' }, 'voice.badCharacters handledWell'],
    [{ attribution: '\ud800' }, 'voice.badCharacters attribution'],
    [{ licence: 'a\u0000b' }, 'voice.badCharacters licence'],
    [{ accepted: [{ text: 'a\u0000', why: 'なし' }] }, 'voice.badCharacters accepted.0.text'],
    [{ bleeps: [{ startMs: 1, endMs: 900, label: '\u0085' }] }, 'voice.badCharacters bleeps.0.label'],
    [{ speakers: { 'お客\u200bさま': 'customer' } }, 'voice.badCharacters speakers'],
    [{ speakers: { 'お客\u0000さま': 'customer' } }, 'voice.badCharacters speakers'],
    [{ speakers: { '': 'customer' } }, 'voice.badCharacters speakers'],
    [{ '\u001b[31mred': 1 }, 'voice.unknownMetadata voice.json'],
    [{ bleeps: [{ startMs: 1_000, endMs: 1_079, label: '氏名' }] }, 'voice.bleepShort 0:01'],
    [{ quote: 'はい、担当の【氏名】です。' }, 'voice.quoteMasked'],
    [{ quote: 'はい、担当の【氏' }, 'voice.quoteMasked'],
    [{ quote: 'そんなことは言っていません。' }, 'voice.quoteNotCustomers'],
    [{ quote: 'はい、担当の' }, 'voice.quoteNotCustomers'],
    [{ bleeps: [] }, 'voice.bleepMismatch 0:00'],
    [{ bleeps: [{ startMs: 5_000, endMs: 5_500, label: '氏名' }] }, 'voice.bleepMismatch 0:00'],
    [{ bleeps: [{ startMs: 1_500, endMs: 1_000, label: '氏名' }] }, 'voice.bleepMismatch 0:01'],
    [{ bleeps: [{ startMs: 11_000, endMs: 12_000, label: '氏名' }] }, 'voice.bleepMismatch 0:11'],
  ])('with %j is refused: %s', (changes, fault) => {
    expect(faultOf(changes)).toBe(fault);
  });

  it.each(['S-2026-01', '声2026_1.再', 'ひらがな・カタカナー'.replace('・', '')])(
    'may be called %s',
    (reference) => {
      expect(faultOf({ reference })).toBe('sound');
    },
  );

  it('may have line feeds, tabs and rare characters in its words', () => {
    expect(faultOf({ handledWell: '一行目\n\t𠮷野家の葛󠄀' })).toBe('sound');
    const bleeps = [{ startMs: 1_000, endMs: 1_080, label: '氏名' }];
    expect(faultOf({ bleeps })).toBe('sound');
  });

  it.each([
    ['a mask that is never closed', '担当の【山田です。', 'voice.badMask 0:00'],
    ['a mask that is never opened', '担当の山田】です。', 'voice.badMask 0:00'],
    ['a mask of nothing', '担当の【】です。', 'voice.badMask 0:00'],
    ['a mask in a mask', '担当の【【氏名】】です。', 'voice.badMask 0:00'],
    ['a mask that is too long', '担当の【とても長い名前の伏せ字です】です。', 'voice.badMask 0:00'],
    ['a NUL', '担当の【氏名】\u0000です。', 'voice.badCharacters 0:00'],
    ['an escape', '担当の【氏名】\u001b[2Jです。', 'voice.badCharacters 0:00'],
    ['half a character', '担当の【氏名】\udc00です。', 'voice.badCharacters 0:00'],
  ])('is refused for a sentence with %s', (_what, text, fault) => {
    const [first, second] = sentences as [Sentence, Sentence];
    expect(faultOf({}, [{ ...first, text }, second])).toBe(fault);
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
