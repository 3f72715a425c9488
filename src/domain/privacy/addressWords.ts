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
  'さいたま市 つくば市 つくばみらい市 いわき市 ひたちなか市 みどり市 さくら市 ふじみ野市 いすみ市 あきる野市 かほく市 あわら市 いなべ市 たつの市 うきは市 うるま市 えびの市 いちき串木野市 みやま市 みよし市 あま市 にかほ市 つがる市 むつ市 かすみがうら市 さぬき市 東かがわ市 いの町 みなべ町 せたな町 えりも町 ときがわ町 みなかみ町 おおい町 まんのう町 さつま町 南アルプス市 ニセコ町 南あわじ市 ひがしおおさか市 みなと区 しながわ区 せたがや区'.split(
    ' ',
  );

/** Words that occur in the names of flats and offices, so that a name behind the block numbers is one. */
export const buildingWords: readonly string[] =
  'ハイツ コーポ メゾン マンション アパート レジデンス ハイム パレス ヴィラ ビラ グラン ビル 荘 ハウス コート タワー テラス プラザ ヒルズ ガーデン ドミール シャトー エステート 団地 寮 フラット ステージ シティ パーク カーサ ライオンズ リバーサイド クレール ロイヤル レジデンシャル フォーレ アビタシオン ドエル キャッスル コンフォート ヒル 館 住宅 苑 アネックス ロイヤル グリーン サンライズ エクセル パルク ルミエール プリミエール セントラル アーバン ネオ 号棟 公社 社宅 県営 市営 都営'.split(
    ' ',
  );
