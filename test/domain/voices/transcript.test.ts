import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTranscript, type TranscriptFormat } from '../../../src/domain/voices/transcript.rules.ts';
import { AppError } from '../../../src/platform/errors.ts';

const speakers = { お客さま: 'customer', 担当者: 'operator' } as const;
const sentences = [
  { index: 0, startMs: 300, endMs: 4_235, speaker: 'operator', text: 'はい、担当の【氏名】です。' },
  {
    index: 1,
    startMs: 4_585,
    endMs: 63_670,
    speaker: 'customer',
    text: '毎日、電話ばかり気にしていました。',
  },
];

const vtt = `WEBVTT

NOTE masked by hand

1
00:00.300 --> 00:04.235 align:start
<v 担当者>はい、担当の【氏名】です。</v>

00:00:04.585 --> 00:01:03.670
<v.loud お客さま>毎日、
電話ばかり気にしていました。
`;
const srt = `1
00:00:00,300 --> 00:00:04,235
担当者: はい、担当の【氏名】です。

2
00:00:04,585 --> 00:01:03,670
お客さま：毎日、電話ばかり気にしていました。
`;
const json = JSON.stringify({ sentences: sentences.map(({ index: _index, ...sentence }) => sentence) });

const faultOf = (format: TranscriptFormat, source: string) => {
  try {
    parseTranscript(format, source, speakers);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, where: error.values.where };
  }
};

describe('a transcript', () => {
  it.each([
    ['vtt', vtt],
    ['srt', srt],
    ['json', json],
  ] as const)('is read from %s', (format, source) => {
    expect(parseTranscript(format, source, speakers)).toEqual(sentences);
  });

  it('may come from Windows: byte order mark and CRLF', () => {
    const source = `\uFEFF${vtt.replace(/\n/g, '\r\n')}`;
    expect(parseTranscript('vtt', source, speakers)).toEqual(sentences);
  });

  it('reads escaped characters as they were said', () => {
    const source = 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v お客さま>A&amp;B &lt;3 &amp;lt;';
    expect(parseTranscript('vtt', source, speakers)[0]?.text).toBe('A&B <3 &lt;');
  });

  it.each([
    ['without its header', 'vtt', '00:00.000 --> 00:01.000\n<v お客さま>はい', 'WEBVTT'],
    ['without a cue', 'vtt', 'WEBVTT\n\n', '0:00'],
    ['that is empty', 'srt', '', '0:00'],
    [
      'with a broken time',
      'vtt',
      'WEBVTT\n\n00:0.000 --> 00:01.000\n<v お客さま>はい',
      '00:0.000 --> 00:01.000',
    ],
    ['with a speaker nobody named', 'vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v 上司>はい', '0:00'],
    ['with a cue that nobody says', 'vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nはい', '0:00'],
    ['with a cue without words', 'vtt', 'WEBVTT\n\n00:02.000 --> 00:03.000\n<v お客さま>&nbsp;', '0:02'],
    ['with a cue that has only its speaker', 'srt', '1\n00:00:02,000 --> 00:00:03,000\nお客さま: ', '0:02'],
    [
      'with a sentence of blanks',
      'json',
      '{"sentences":[{"startMs":0,"endMs":2,"speaker":"customer","text":" "}]}',
      'JSON',
    ],
    ['that is no JSON', 'json', '{', 'JSON'],
    [
      'with a negative time',
      'json',
      '{"sentences":[{"startMs":-1,"endMs":2,"speaker":"customer","text":"a"}]}',
      'JSON',
    ],
    [
      'with an unknown role',
      'json',
      '{"sentences":[{"startMs":0,"endMs":2,"speaker":"boss","text":"a"}]}',
      'JSON',
    ],
  ] as const)('%s is refused, and the place is named', (_how, format, source, where) => {
    expect(faultOf(format, source)).toEqual({ code: 'voice.badTranscript', where });
  });

  it('has two thousand sentences at most, in any form', () => {
    const clock = (n: number) =>
      `00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    const of = (count: number) => Array.from({ length: count }, (_, n) => n);
    const cue = (n: number, mark: string) => `${clock(n)}${mark}000 --> ${clock(n)}${mark}900`;
    const sources = (count: number) =>
      [
        [
          'vtt',
          `WEBVTT\n\n${of(count)
            .map((n) => `${cue(n, '.')}\n<v お客さま>はい`)
            .join('\n\n')}`,
        ],
        [
          'srt',
          of(count)
            .map((n) => `${n}\n${cue(n, ',')}\nお客さま: はい`)
            .join('\n\n'),
        ],
        [
          'json',
          JSON.stringify({
            sentences: of(count).map((n) => ({
              startMs: n,
              endMs: n + 1,
              speaker: 'customer',
              text: 'はい',
            })),
          }),
        ],
      ] as const;
    for (const [format, source] of sources(2_000)) expect(faultOf(format, source)).toBeNull();
    for (const [format, source] of sources(2_001)) {
      expect(faultOf(format, source)?.code).toBe('voice.tooManySentences');
    }
  });

  it('never breaks, whatever a file holds', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\n\n',
      '00:00.000',
      ' --> ',
      '00:01,000',
      '<v お客さま>',
      '</v>',
      'お客さま:',
      '&lt;',
      '{',
      '}',
      '[',
      '"',
      '【氏名】',
      '\0',
      '-->',
      '99:99:99.999',
    );
    const source = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('vtt', 'srt', 'json' as const), source, (format, text) => {
        faultOf(format as TranscriptFormat, text);
        faultOf('vtt', `WEBVTT\n\n${text}`);
      }),
    );
  });
});
