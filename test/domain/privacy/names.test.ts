import { beforeAll, describe, expect, it } from 'vitest';
import { type Detect, loadDetect } from '../../../src/domain/privacy/index.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

let detect: Detect;
beforeAll(() => {
  detect = loadDetect(defaultSettings().privacy);
});

const namesIn = (text: string) =>
  detect(text)
    .findings.filter((finding) => finding.type === 'name')
    .map(({ start, end }) => text.slice(start, end));

describe('a name is found', () => {
  it.each([
    ['お電話ありがとうございます、担当の水沢でございます。', ['水沢']],
    ['汐見さま、お待たせいたしました。', ['汐見']],
    ['娘の陽翔が自転車で転びまして。', ['陽翔']],
    ['うちのよしえがさっき電話した件です。', ['よしえ']],
    ['相手の方はチャン・ミン・トゥアンさんです。', ['チャン・ミン・トゥアン']],
    ['契約者は月島 小夜子です。', ['月島 小夜子']],
    ['髙橋課長からお電話をいただきました。', ['髙橋']],
    ['名義はヤマダ ハナコです。', ['ヤマダ ハナコ']],
    ['Marcus Oyelaran 様へお送りしました。', ['Marcus Oyelaran']],
    ['ト、ド、ロ、キさまですね。', ['ト、ド、ロ、キ']],
    ['さっき三上さんに聞きました。', ['三上']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

it('is found where somebody explains its kanji', () => {
  expect(namesIn('名字の字は、武士の武です。').join()).toContain('武');
});

describe('no name is found', () => {
  it.each([
    'お客さまのお声を、皆さまにお届けします。',
    '担当者さまと代理店さんにもお伝えください。',
    '車はプリウスで、相手はハイエースでした。',
    '板金屋さんから見積もりが届きました。',
    '鈴木自動車さんの代車です。',
    '国道十六号の交差点で追突されました。',
    '愛知の代理店から連絡がありました。',
    'コールセンターのオペレーターさんが親切でした。',
    'お名前は【氏名】さまですね。',
    '約款の第12条の3をご覧ください。',
  ])('%s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("in the company's own words", () => {
    const own = loadDetect({ ...defaultSettings().privacy, companies: ['水沢損保'], neverFlag: ['ひかり'] });
    expect(own('水沢損保の、ひかりさんというご案内です。').findings).toEqual([]);
  });
});

it('says why, and how sure it is', () => {
  const [finding] = detect('汐見さま、お待たせいたしました。').findings;
  expect(finding).toMatchObject({ type: 'name', start: 0, end: 2, reason: 'nameByTitle' });
  expect(finding?.confidence).toBeGreaterThan(0.6);
});
