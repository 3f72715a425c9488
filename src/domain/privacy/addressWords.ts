/** Prefectures as people write and say them; 神奈川の横浜市 leaves the 県 out. */
export const prefectures: readonly string[] = [
  '北海道',
  '東京都',
  '京都府',
  '大阪府',
  ...'青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄'
    .split(' ')
    .map((name) => `${name}県`),
];

/**
 * Towns whose names are not in kanji, and a few as speech recognition spells them: without the list
 * 住所はさいたま市 would lose さいたま. Not complete.
 */
export const kanaTowns: readonly string[] =
  'さいたま市 つくば市 つくばみらい市 いわき市 ひたちなか市 みどり市 さくら市 ふじみ野市 いすみ市 あきる野市 かほく市 あわら市 いなべ市 たつの市 うきは市 うるま市 えびの市 いちき串木野市 みやま市 みよし市 あま市 にかほ市 つがる市 むつ市 かすみがうら市 さぬき市 東かがわ市 紀の川市 南さつま市 西之表市 いの町 みなべ町 せたな町 えりも町 ときがわ町 みなかみ町 おおい町 まんのう町 さつま町 おいらせ町 かつらぎ町 すさみ町 みやき町 あさぎり町 むかわ町 新ひだか町 南アルプス市 ニセコ町 南あわじ市 ひがしおおさか市 みなと区 しながわ区 せたがや区 みどり区 あおば区'.split(
    ' ',
  );

/** Words that occur in the names of flats and offices, so that a name behind the block numbers is one. */
export const buildingWords: readonly string[] =
  'ハイツ コーポ メゾン マンション アパート レジデンス ハイム パレス ヴィラ ビラ グラン ビル 荘 ハウス コート タワー テラス プラザ ヒルズ ガーデン ドミール シャトー シャトレ エステート 団地 寮 フラット ステージ シティ パーク カーサ ライオンズ リバーサイド クレール ロイヤル レジデンシャル フォーレ アビタシオン ドエル キャッスル コンフォート ヒル 館 住宅 苑 アネックス グリーン サンライズ エクセル パルク ルミエール プリミエール セントラル アーバン ネオ 号棟 公社 社宅 県営 市営 都営 ウイング ウィング センター 会館 庁舎 ホーム 棟'.split(
    ' ',
  );

/** Houses that a town, a prefecture or a company lets: their number follows directly, without a street. */
export const publicHousing: readonly string[] =
  '団地 住宅 公団 公社 社宅 官舎 宿舎 寮 アパート マンション ハイツ コーポ'.split(' ');

/** Words at which the talk is about where somebody lives, works or wants his letters. */
export const addressTalk =
  /住所|住まい|住ん|住み|引っ?越|転居|転入|転送|番地|本籍|実家|自宅|居所|所在地|送り先|送付先|お届け|届け先|返送先|宛先|宛て|あて先|〒|郵便|お住い|入居|帰省|下宿|間借り|家は|うちは|里は|勤務先|勤め先|職場|会社は|町名|字名|住民票|(?:市|区|町)(?:は|が)(?:同じ|そのまま|変わ)|address/;

/** Counters: what stands before them is an amount, a time or a rank, no block number. */
const counters =
  /^(?:円|万|億|年|か月|ヶ月|カ月|ヵ月|ケ月|月|日|時|分|秒|台|人|名|件|回|社|店|か所|ヶ所|箇所|カ所|割|倍|歳|代|%|パー|メートル|キロ|点|枚|本|個|つ|週|営業日|等級|級|ページ|頁|階建|畳|坪|平米|LDK|DK|対|戦|便|型|系|周年|世帯|泊|文字|桁|行|列|版|倍|頭|匹|種|:[0-9]|\.[0-9]|-?[0-9])/;

/** Whether a counter, a clock or more digits stand at the beginning of `after`. */
export function hasCounter(after: string): boolean {
  return counters.test(after);
}
