import type { DeskPage } from './actions/cardAction.ts';

export type Command =
  | 'help'
  | 'voices'
  | 'actions'
  | 'reminders'
  | 'records'
  | 'propose'
  | 'ownProposals'
  | DeskPage;

/** How people end what they ask for, as often as they like: 「…を教えてください」. */
const please =
  '(?:を|が|は|って|教えて|おしえて|見せて|みせて|見たい|みたい|知りたい|しりたい|送って|出して|ください|下さい|お願い|おねがい|します|したい|ほしい|欲しい|です|か|の)*';

const voice = '(?:(?:今月|今回|最新)の)?(?:お客(?:さま|様)の)?声';
const listen = '(?:聴|聞|き|読)(?:く|む|きたい|みたい|かせて|ませて|きます|みます)';

const own = '(?:私|わたし|自分)?の?が?(?:担当(?:している|してる|中)?|受け持っている)の?';
const undertaking = '(?:取組み|取り組み|取組|とりくみ|アクション)';
const list = '(?:の?一覧|の?ページ)?';
const showMe = '(?:please)?(?:(?:show|open|give)(?:me)?)?(?:the)?';
const reminding = 'リマイン(?:ド|ダー?)';

const proposal = '(?:お客(?:さま|様)のための)?(?:改善の?)?ご?(?:提案|アイデア|アイディア|改善案)';
const standing = '(?:一覧|状況|進捗|進み(?:具合|ぐあい)|結果|回答|返事|その後)';
const idea = '(?:improvement)?(?:proposal|idea|suggestion)';

/**
 * What people write, whole, after NFKC and without spaces, punctuation and letter case. The manifest's command
 * titles are among them: Teams sends the title as the message. What only resembles one of these is no command:
 * 「今月の声は誰が選びましたか」 is a question that we cannot answer.
 */
const sentences: Readonly<Record<Command, readonly string[]>> = {
  help: [
    `(?:ヘルプ|(?:使|つか)い(?:方|かた)|操作方法|できること)${please}`,
    `(?:使|つか)い(?:方|かた)が?(?:分から|わから)(?:ない|ないです|ず)`,
    `何が(?:でき|出来)(?:る|ます)${please}`,
    'こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|\\?',
    '(?:please)?help(?:me)?(?:please)?|hello|hi|hey|usage|commands|menu',
    'how(?:doesthiswork|doesitwork|doiusethis|touse(?:this|it)?)|whatcan(?:you|i)do',
  ],
  voices: [
    `${voice}${please}`,
    `(?:${voice}(?:を|が|も)?)?${listen}${please}`,
    '今月(?:の|は|分)?',
    '(?:please)?(?:show|give|send)?(?:me)?(?:the)?(?:thismonths?|latest)?(?:customers?)?voices?(?:ofthe(?:is)?month)?(?:please)?',
    'thismonths?(?:please)?',
    '(?:iwantto|idliketo|letme)?listen(?:to(?:the)?(?:thismonths?)?(?:customers?)?voices?)?(?:please)?',
  ],
  actions: [
    `(?:${own}|(?:私|わたし|自分)の)?${undertaking}(?:の?一覧)?${please}`,
    `${own}${please}`,
    '(?:please)?(?:show|give|send)?(?:me)?(?:my)?(?:open)?(?:actions?|actionitems?|todos?)(?:list)?(?:please)?',
    'what(?:are)?my(?:open)?(?:actions?|actionitems?)',
  ],
  reminders: [
    `${reminding}(?:の?設定|の?切り?替え|の?(?:オン|オフ|on|off))?${please}`,
    `${reminding}(?:を|は|が)?(?:止め(?:て|たい)|やめ(?:て|たい)|停止(?:して)?|受け取(?:る|らない|りたい|りたくない)|(?:い|要)らない|不要|再開(?:して)?)${please}`,
    '(?:please)?(?:(?:turn|switch)(?:on|off)|stop)?(?:my|the)?reminders?(?:settings?|on|off)?(?:please)?',
  ],
  ownProposals: [
    `(?:私|わたし|自分)(?:の|が)(?:送った|出した|書いた|した)?${proposal}(?:の?${standing})?${please}`,
    `(?:送った|出した|書いた|した)?${proposal}(?:の|は)?${standing}${please}`,
    `(?:送った|出した|書いた|した)${proposal}${please}`,
    `(?:(?:私|わたし|自分)の)?(?:送った|出した|書いた|した)?${proposal}(?:は|って)?どう(?:なりました|なってい?ます|なった|なってる)(?:のです|んです)?か?`,
    `(?:please)?(?:show|list|give|send)?(?:me)?my(?:own)?${idea}s(?:list|status)?(?:please)?`,
    `(?:the)?(?:status|state)of(?:my)?${idea}s?|(?:my)?${idea}s?status`,
    `what(?:happened|became|hasbecome|hashappened)(?:to|of|with)my${idea}s?`,
  ],
  propose: [
    `${proposal}(?:の?フォーム)?(?:が|を|も)?(?:一つ|ひとつ|1つ)?(?:あります|ございます|ある|書く|書き(?:たい|ます)|送る|送り(?:たい|ます)|出す|出し(?:たい|ます)|する|させて)?(?:(?:の|ん)(?:です|だ))?(?:が|けれども?|けど)?${please}`,
    `(?:ihave|ivegot|iwantto|iwouldliketo|idliketo|letme|how(?:do|can)i|cani)?(?:make|send|write|submit|give)?(?:an?|my|the|new|anew)?${idea}s?(?:form)?(?:please)?`,
    '(?:iwantto|iwouldliketo|idliketo|letme)?(?:propose|suggest)(?:something|animprovement)?(?:please)?',
  ],
  records: [
    `(?:この仕組みが)?記録(?:(?:する|される|している|されている)(?:こと|もの|内容))?${please}`,
    `何(?:が|を)記録(?:する|している|しています|される|されている|されます|されています)?${please}`,
    `プライバシー${please}`,
    'whatisrecorded|whatthisrecords|what(?:doesthis|doyou)record|records?|privacy(?:policy)?',
  ],
  insights: [
    `(?:みんな|皆さん|皆|全社|全部署|職場)の気づき${list}${please}`,
    `気づき(?:の?一覧|のページ)${please}`,
    `${showMe}(?:all|everybodys)(?:the)?insights?(?:please)?`,
  ],
  themes: [`課題${list}${please}`, `${showMe}themes?(?:list)?(?:please)?`],
  referrals: [`引き?継ぎ${list}${please}`, `${showMe}(?:handovers?|referrals?)(?:please)?`],
  reports: [
    `(?:参加|実施)状況${list}${please}`,
    `${showMe}(?:participation|participationreports?)(?:please)?`,
  ],
  guides: [`(?:進行)?ガイド${list}${please}`, `${showMe}(?:discussion)?guides?(?:please)?`],
};

const commands = (Object.keys(sentences) as Command[]).map((command) => ({
  command,
  pattern: new RegExp(`^(?:${sentences[command].join('|')})$`, 'u'),
}));

/** No command is longer; what people tell each other is. */
const longest = 60;

/** What was written, without the mention of the bot and other marks of Teams. */
export function withoutMarks(text: string | undefined): string {
  return (text ?? '')
    .replace(/<at[^>]*>.*?<\/at>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ');
}

function wordsOf(text: string | undefined): string {
  return withoutMarks((text ?? '').normalize('NFKC'));
}

/** The command in a message, or null when it is something else. */
export function commandOf(text: string | undefined): Command | null {
  const normal = wordsOf(text)
    .toLowerCase()
    .replace(/[\s'’`´"“”「」『』。、.,!！_-]/gu, '')
    // A question mark alone asks for help; behind words it is none of them.
    .replace(/(?<=.)\?+$/u, '');
  if (normal === '') return 'help';
  if (normal.length > longest) return null;
  return commands.find(({ pattern }) => pattern.test(normal))?.command ?? null;
}

/** Whether a message is written in Latin letters alone: then its answer is English, whoever wrote it. */
export function isLatin(text: string | undefined): boolean {
  const letters = wordsOf(text).match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => /\p{Script=Latin}/u.test(letter));
}
