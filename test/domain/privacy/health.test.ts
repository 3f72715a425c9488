import { describe, expect, it } from 'vitest';
import { findHealth } from '../../../src/domain/privacy/health.rules.ts';

const kindsIn = (text: string) => [...new Set(findHealth(text).map((one) => one.kind))];

describe('what a text tells of health', () => {
  it.each([
    ['首が痛くて、整形外科に通院しています。', ['injury']],
    ['右手の小指を四針縫いました。', ['injury']],
    ['主人が脳梗塞で倒れまして。', ['illness', 'injury']],
    ['うつで休職しております。', ['mind']],
    ['妊娠六か月です。', ['pregnancy']],
    ['耳が不自由なものですから。', ['disability', 'injury']],
    ['父が昨夜、亡くなりました。', ['death']],
    ['労働組合の執行委員をしています。', ['creed']],
  ])('%s', (text, kinds) => {
    expect(kindsIn(text)).toEqual(expect.arrayContaining([kinds[0]]));
  });
});

describe('what only looks like it', () => {
  it.each([
    'けががなくて何よりです。',
    '誰もけがせんかったで、良かったです。',
    '病院の駐車場でバックして、ポールにこすりました。',
    '医療保険の入院日額は五千円です。',
    '健康経営の取組みを紹介します。',
    'エンジンの故障を診断してもらいました。',
    '痛い出費ですよ、ほんと。',
    'うつ伏せに倒れた自販機が車を直撃しました。',
    '相手が悪いので、請求します。',
  ])('%s', (text) => {
    expect(findHealth(text)).toEqual([]);
  });
});
