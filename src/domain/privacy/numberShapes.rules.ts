import type { DigitRun } from './digitRuns.rules.ts';

/**
 * Counters and units that stand directly after a number. The look-aheads keep words that only begin like one:
 * 〇〇一本人, 三三四名義, 一二番号.
 */
const unitAfter =
  /(?:円|万|億|兆|ドル|ユーロ|年(?!配)|月|日(?!中)|時|分|秒|歳|才|代(?!表|理|車|わ)|世帯|件|人|名(?!義|前|字)|台(?!風)|本(?!人|店|名)|枚|個|回|度|倍|割|%|‰|パー|キロ|メートル|メーター|センチ|ミリ|グラム|トン|リッター|リットル|シーシー|ヘクタール|平米|平方|坪|畳|帖|階|番(?!号|地|で|です|、|。|に|$)|番目|条|項|章|節|ページ|頁|等級|級|か月|ヶ月|カ月|ヵ月|箇月|ケ月|週|泊|列|文字|桁|冊|箱|袋|匹|頭|羽|軒|棟|戸(?!籍)|株|種|位|着(?!信)|隻|機|車線|馬力|型|系統|割引|つ|っこ|番線|号線|号車|号機|丁目|番地|条|丁|対|km|cm|mm|kg|ml|cc|ps|kW|[mgtLl](?![A-Za-z])|GB|MB|ヘルツ|ボルト|ワット|アンペア|デシベル|[¥$])/y;

/** What makes a number an amount, a year, a road or a paragraph by standing before it. 契約 is none of these. */
const unitBefore =
  /(?:[¥$]|時速|国道|県道|都道|令和|平成|昭和|大正|(?<!契)約|およそ|第|万|億|築|台風|(?<![A-Za-z])[Pp]\.?|#)[ の]?$/;

/** So many digits no counter makes an amount: only currency and the like are looked for. */
const longestCounted = 7;

/** Whether a counter, a currency, an era or the like stands directly at the number. */
export function hasUnit(text: string, run: DigitRun): boolean {
  unitAfter.lastIndex = run.end;
  const after = unitAfter.exec(text)?.[0];
  if (run.digits.length > longestCounted) return after === '円' || after === '万' || after === '億';
  // 「明細の00912-3番の車」: so long a number is called by its name, not counted.
  if (after === '番' && run.digits.length >= 5) return false;
  if (after !== undefined) return true;
  if (
    run.digits.length <= 6 &&
    text.charAt(run.end) === '号' &&
    !/[ァ-ヴー]/.test(text.charAt(run.start - 1))
  )
    return true;
  return unitBefore.test(text.slice(Math.max(0, run.start - 6), run.start));
}

/** From so many digits on, what follows a の is no longer the range of 二の三件. */
const longEnough = 6;

/**
 * The run without a last group that counts something else: of 四四〇〇一二、三台とも the contract number is left. Kept
 * together, the 台 would make an amount of all of it.
 */
export function withoutCounted(text: string, run: DigitRun): DigitRun {
  const last = run.groups.at(-1);
  const before = run.groups.at(-2);
  const gap = run.gaps.at(-1);
  if (!last || !before || !gap || last.code.length > 4) return run;
  unitAfter.lastIndex = run.end;
  if (!unitAfter.test(text)) return run;
  const code = run.code.slice(0, run.code.length - last.code.length);
  const digits = code.replace(/\D/g, '');
  if (
    digits === '' ||
    (gap === 'dash' && digits.length < longEnough && run.groups.length < 3) ||
    gap === 'comma' ||
    gap === 'dot'
  )
    return run;
  return {
    ...run,
    end: before.end,
    code,
    digits,
    groups: run.groups.slice(0, -1),
    gaps: run.gaps.slice(0, -1),
    positional: /[十百千]/.test(text.slice(run.start, before.end)),
  };
}

/** 1,234,567 or 12,800: commas in threes, as only amounts have them. */
export function isAmount(run: DigitRun): boolean {
  const [first, ...rest] = run.groups;
  if (!first || rest.length === 0 || !run.ascii) return false;
  return (
    first.code.length <= 3 &&
    run.gaps.every((gap) => gap === 'comma') &&
    rest.every(({ code }) => code.length === 3)
  );
}

/** 2026/4/1, 26.4.1, 4/1, 2025-2026, or a year alone; also spoken years such as 二〇二六. */
export function isDate(run: DigitRun): boolean {
  // S-2026-07 is the seventh month of something.
  const [lead, ...others] = run.groups.map(({ code }) => code);
  const codes = lead === undefined || /^\d/.test(lead) ? run.groups.map(({ code }) => code) : others;
  if (codes.length === 0) return false;
  if (codes.some((code) => !/^\d{1,4}$/.test(code))) return false;
  const years = codes.filter((code) => /^(?:19|20)\d\d$/.test(code)).length;
  if (years === codes.length) return true;
  const [first = '', second = '', third] = codes;
  const isMonth = (code: string) => Number(code) >= 1 && Number(code) <= 12;
  const isDay = (code: string) => Number(code) >= 1 && Number(code) <= 31;
  if (codes.length === 3 && run.gaps.every((gap) => gap === 'slash' || gap === 'dot' || gap === 'dash')) {
    return (
      (years === 1 || first.length <= 2) &&
      run.ascii &&
      isMonth(second) &&
      isDay(third ?? '') &&
      second.length <= 2
    );
  }
  if (codes.length === 2 && run.gaps[0] === 'slash') return isMonth(first) && isDay(second);
  return codes.length === 2 && years === 1 && run.ascii && isMonth(second) && second.length <= 2;
}

/** 91.3, 0.5: a decimal, not a number that is read out. */
export function isDecimal(run: DigitRun): boolean {
  return run.ascii && run.gaps.length === 1 && run.gaps[0] === 'dot';
}

/** 〇〇〇〇, 0000: a place that somebody left blank. */
export function isBlank(run: DigitRun): boolean {
  return /^0+$/.test(run.code);
}

/** The lengths of the groups: 090-1234-5678 is `3-4-4`. */
export function grouping(run: DigitRun): string {
  return run.groups.map(({ code }) => code.length).join('-');
}

/** Luhn's check, which every card number passes (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * The check digit of My Number: weights 2–7 then 2–6 from the right, 11 − (sum mod 11), 0 where that remainder
 * is 0 or 1 (ordinance of the Ministry of Internal Affairs no. 85 of 2014, article 5).
 */
export function passesMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= 11; place += 1) {
    const weight = place <= 6 ? place + 1 : place - 5;
    sum += Number(digits.charAt(11 - place)) * weight;
  }
  const remainder = sum % 11;
  return Number(digits.charAt(11)) === (remainder <= 1 ? 0 : 11 - remainder);
}
