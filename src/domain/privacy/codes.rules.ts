import type { Finding, PersonalDataType } from './finding.ts';
import type { NumberInText } from './numberContext.rules.ts';
import { isCalledImpersonal } from './numberContext.rules.ts';

/** Behind a number in 第…号: the contract, the policy or the claim that has it. */
const ordinal =
  /第 ?((?:[A-Z]{1,4}-?)?[0-9〇一二三四五六七八九][0-9〇一二三四五六七八九-]{3,16})号(?=の?(?:ご?契約|保険|証券|証書|事故|お?支払|ご?請求|案件|受付))/g;
/** Words of a claim's course and of a contract's: a code next to them is the number of one. */
const claimTalk =
  /の件|続報|進捗|事故|受付|対応|案件|請求|査定|示談|支払|留守電|お?問い?合わせ|報告|照会|現場|面談|訪問|損害/;
const contractTalk =
  /契約|証券|満期|解約|更新|名義|返戻|未着|増車|車両入替|フリート|異動|継続|保険料|失効|払込|口座振替/;
const thingTalk =
  /様式|帳票|型式|型番|品番|エラー|稟議|決裁|文書|パンフ|チラシ|会議室|バージョン|版|印字|製品|機種|規格|グレード|モデル|階|駐車|レーン|表示|コード/;
const talkBefore = 30;
const talkAfter = 20;
const fewestDigits = 4;

/**
 * Contract and claim numbers without a word that names them: 第8830192号のご契約, 「D-11408の件」, 「K-55012は解約」.
 *
 * @param text in normal form
 */
export function codes(text: string, numbers: readonly NumberInText[]): Finding[] {
  const ordinals = [...text.matchAll(ordinal)].map((match): Finding => {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
    const place = { start: match.index, end: match.index + match[0].length, confidence: 0.85 };
    return /契約|保険|証/.test(rest)
      ? { ...place, type: 'policy_no', reason: 'labelledPolicyNumber' }
      : { ...place, type: 'claim_no', reason: 'labelledClaimNumber' };
  });
  const spoken = numbers.flatMap((number): Finding[] => {
    const type = codeType(text, number);
    if (!type) return [];
    return [
      { type, start: number.run.start, end: number.run.end, reason: 'unnamedNumber', confidence: 0.45 },
    ];
  });
  return [...ordinals, ...spoken];
}

function codeType(text: string, number: NumberInText): PersonalDataType | undefined {
  const { run, unit } = number;
  if (!/^[A-Z]{1,4}\d|^\d{2}[A-Z]{1,2}\d/.test(run.code) || run.digits.length < fewestDigits || unit)
    return undefined;
  if (!/^[0-9A-Z-]+$/.test(text.slice(run.start, run.end)) || isCalledImpersonal(number)) return undefined;
  const before = text.slice(Math.max(0, run.start - talkBefore), run.start);
  const after = text.slice(run.end, run.end + talkAfter);
  if (thingTalk.test(before.slice(-14)) || thingTalk.test(after.slice(0, 8))) return undefined;
  if (/^の件/.test(after)) return 'claim_no';
  if (contractTalk.test(after)) return 'policy_no';
  if (claimTalk.test(after) || claimTalk.test(before)) return 'claim_no';
  return contractTalk.test(before) ? 'policy_no' : undefined;
}
