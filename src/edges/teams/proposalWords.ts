import { withoutMarks } from './commands.ts';

const proposal = '(?:お客(?:さま|様)のための)?(?:改善の?)?ご?(?:提案|アイデア|アイディア|改善案)';

/** How people begin before they say it: 「提案があります。」「提案:」「改善提案です、」 */
const japaneseBeginning = new RegExp(
  `^[\\s「『]*${proposal}` +
    '(?:(?:が|も)(?:一つ|ひとつ|1つ)?(?:あります|ございます|ある(?:の|ん)(?:です|だ))(?:が|けれども?|けど)?' +
    '|(?:を|も)?(?:させて(?:ください|いただきます)|し(?:ます|たい)(?:(?:の|ん)?(?:です|だ))?(?:ことが(?:あります|ある))?(?:が|けれども?|けど)?)' +
    '|です(?:が|けれども?|けど)?)?' +
    '[\\s:：、。,，.．・‐–—-]+(?<words>[^\\s:：、。,，.．・‐–—-].*)$',
  'su',
);
/** 「提案受付の電話で…」: no pause, and no other word that begins so. */
const japaneseAtOnce = new RegExp(
  `^[\\s「『]*${proposal}(?!書|者|力|型|部|資料|依頼|先|元|営業)(?=[\\p{L}\\p{N}])`,
  'u',
);
/** 「次に連絡する日をお伝えすることを提案します」 */
const japaneseEnding =
  /(?:を|と|ように)ご?提案(?:します|いたします|したい(?:です|と思います|と思っています)?)[。．.!！]?$/u;

const englishNoun = '(?:(?:an?|my|the|one|another|new|improvement)\\s+)*(?:proposal|idea|suggestion)s?';
const englishBeginnings = [
  `^(?:(?:i\\s+have|i['’]ve\\s+got|here(?:\\s+is|['’]s)|this\\s+is)\\s+)?${englishNoun}(?:\\s+(?:is|would\\s+be)(?:\\s+(?:that|to))?)?\\s*[:：,.;–—-]+\\s*(?<words>.+)$`,
  `^(?:i\\s+have\\s+|i['’]ve\\s+got\\s+)?${englishNoun}\\s+(?:(?:is|would\\s+be)\\s+)?(?:(?:that|to)\\s+)?(?<words>.+)$`,
  "^i(?:['’]d|\\s+would)?\\s+(?:like\\s+to\\s+|want\\s+to\\s+)?(?:propose|suggest)\\s*(?::|that\\s|to\\s)?\\s*(?<words>.+)$",
].map((pattern) => new RegExp(pattern, 'isu'));

/** 「提案してください」: the word, and no proposal with it. */
const isWish =
  /^[\s「『]*(?:改善の?)?ご?提案(?:を)?(?:し(?:て|たい)|させて)[^、。:：\s]{0,8}[。．.!！」』]*$/u;

/** A question about proposals is none; the empty form says how it goes. */
const isQuestion = /[?？]\s*$|か[。．.]?$|教えて|おしえて/u;

/**
 * The proposal in a message, as it was written: what follows 「提案:」, 「提案があります。」, "idea:" and the like.
 *
 * @returns '' where somebody speaks of proposals without making one; null where the message is about something else
 */
export function proposalIn(text: string | undefined): string | null {
  const spoken = withoutMarks(text).trim();
  if (isWish.test(spoken)) return '';
  const begun = [japaneseBeginning, ...englishBeginnings]
    .map((pattern) => pattern.exec(spoken)?.groups?.words)
    .find((words) => words !== undefined);
  const words = begun ?? (japaneseAtOnce.test(spoken) || japaneseEnding.test(spoken) ? spoken : null);
  if (words === null) return null;
  const isQuoted = /^[「『]/u.test(spoken) && /[」』]$/u.test(spoken);
  const proposed = (isQuoted ? words.replace(/[」』]$/u, '') : words).trim();
  if (!/[\p{L}\p{N}]/u.test(proposed)) return null;
  return isQuestion.test(proposed) ? '' : proposed;
}
