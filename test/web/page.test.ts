import { describe, expect, it } from 'vitest';
import type { LocalPerson, Sentence } from '../../src/edges/http/contract.ts';
import { clockTime, dayInWords, minutesAndSeconds, monthInWords } from '../../src/web/i18n/format.rules.ts';
import { commandOf, type KeyOwner, nextRate } from '../../src/web/listen/keys.rules.ts';
import { partsOf, sentenceAt, turnsOf } from '../../src/web/listen/transcript.rules.ts';
import { findPeople } from '../../src/web/session/people.rules.ts';

describe('keys', () => {
  const press = (key: string, owner: KeyOwner, ctrlKey = false) =>
    commandOf({ key, ctrlKey, altKey: false, metaKey: false }, owner);

  it.each([
    [' ', 'toggle'],
    ['k', 'toggle'],
    ['K', 'toggle'],
    ['j', 'back'],
    ['ArrowLeft', 'back'],
    ['l', 'forward'],
    ['ArrowRight', 'forward'],
    ['<', 'slower'],
    ['>', 'faster'],
    ['Home', 'start'],
    ['End', 'end'],
    ['?', 'keys'],
    ['x', null],
  ])('%j on the page means %s', (key, command) => {
    expect(press(key, 'page')).toBe(command);
  });

  it('leaves to a control the keys that it needs itself', () => {
    expect(press(' ', 'button')).toBeNull();
    expect(press('k', 'button')).toBe('toggle');
    expect(press('ArrowLeft', 'slider')).toBeNull();
    expect(press('Home', 'slider')).toBeNull();
    expect(press('j', 'slider')).toBe('back');
    expect(press('k', 'text')).toBeNull();
  });

  it('leaves the browser its own shortcuts', () => {
    expect(press('l', 'page', true)).toBeNull();
  });

  it('steps through the speeds and stops at their ends', () => {
    expect(nextRate(1, 1)).toBe(1.25);
    expect(nextRate(0.75, -1)).toBe(0.75);
    expect(nextRate(2, 1)).toBe(2);
  });
});

describe('the transcript', () => {
  const sentences: Sentence[] = [
    { index: 0, startMs: 300, endMs: 2000, speaker: 'operator', text: '担当の【氏名】です。' },
    { index: 1, startMs: 2400, endMs: 4000, speaker: 'customer', text: 'あの。' },
    { index: 2, startMs: 4300, endMs: 6000, speaker: 'customer', text: '【電話番号】です。' },
  ];

  it('puts together what one speaker says', () => {
    expect(turnsOf(sentences).map((turn) => [turn.speaker, turn.sentences.length])).toEqual([
      ['operator', 1],
      ['customer', 2],
    ]);
  });

  it('knows the sentence of a moment; a silence belongs to the one before', () => {
    expect([0, 300, 2200, 2400, 9000].map((ms) => sentenceAt(sentences, ms))).toEqual([-1, 0, 0, 1, 2]);
  });

  it('cuts a sentence at its masked words', () => {
    expect(partsOf('担当の【氏名】です。')).toEqual([
      { masked: false, text: '担当の', startsAt: 0 },
      { masked: true, text: '氏名', startsAt: 3 },
      { masked: false, text: 'です。', startsAt: 7 },
    ]);
    expect(partsOf('【電話番号】')).toEqual([{ masked: true, text: '電話番号', startsAt: 0 }]);
  });
});

describe('dates and lengths', () => {
  it('are said as people say them', () => {
    expect(dayInWords('2026-12-18', 'ja')).toBe('12月18日(金)');
    expect(dayInWords('2026-12-18', 'en')).toBe('Friday, December 18');
    expect(monthInWords('2026-12', 'ja', false)).toBe('12月');
    expect(monthInWords('2026-10', 'ja', true)).toBe('2026年10月');
    expect(monthInWords('2026-10', 'en', true)).toBe('October 2026');
    expect(minutesAndSeconds(62_999)).toEqual({ minutes: '1', seconds: '02' });
    expect(clockTime(23_400)).toBe('0:23');
  });
});

describe('the sample people', () => {
  const person = (name: string, department: string, roles: string[]): LocalPerson => ({
    id: '00000000-0000-7000-8000-000000000000',
    name: { ja: name, en: 'Ichiro Suzuki' },
    department: { ja: department, en: 'Tokyo' },
    roles,
    locale: 'ja',
  });
  const people = [
    person('鈴木 一郎', '東京支店', ['promoter']),
    person('高橋 美咲', '品質管理部', []),
    person('伊藤 翔', '東京支店', []),
  ];
  const found = (query: string) =>
    findPeople(people, query, (role) => (role === 'promoter' ? '推進担当者' : role)).map((group) => [
      group.key,
      group.people.length,
    ]);

  it('are grouped by department', () => {
    expect(found('')).toEqual([
      ['東京支店', 2],
      ['品質管理部', 1],
    ]);
  });

  it('are found by name with or without its space, by department and by role, in any width', () => {
    expect(found('鈴木一郎')).toEqual([['東京支店', 1]]);
    expect(found('品質')).toEqual([['品質管理部', 1]]);
    expect(found('推進 東京')).toEqual([['東京支店', 1]]);
    expect(found('ＳＵＺＵＫＩ')).toHaveLength(2);
    expect(found('いない')).toEqual([]);
  });
});
