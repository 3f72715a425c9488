import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalDataType } from '../../../src/domain/privacy/finding.ts';
import { normalText } from '../../../src/domain/privacy/normalText.rules.ts';
import { findNumbers, type NumberLists } from '../../../src/domain/privacy/numbers.rules.ts';

const nothingOwn: NumberLists = { ownNumbers: [], patterns: [] };

/** What is found in a sentence, as `type: words`, in the order of the text. */
function found(sentence: string, lists = nothingOwn): string[] {
  const { text } = normalText(sentence);
  return findNumbers(text, lists).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);
}

/** Sentences with the type that is expected and the pieces that must be covered. */
const sentences: Readonly<Partial<Record<PersonalDataType, readonly [string, ...string[]][]>>> = {
  phone: [
    ['山野花子さまの携帯は090-0000-1234です。', '090-0000-1234'],
    ['自宅は(03)0000-1111です。', '(03)0000-1111'],
    ['番号は〇九〇の、えーと、〇〇〇〇の、三八一七', '〇九〇の、えーと、〇〇〇〇の、三八一七'],
    ['携帯、まる八まる、まるまるまるまる、六六一九です', 'まる八まる、まるまるまるまる、六六一九'],
    [
      'ゼロキュウゼロ、ゼロゼロゼロゼロ、ニイサンイチハチです。',
      'ゼロキュウゼロ、ゼロゼロゼロゼロ、ニイサンイチハチ',
    ],
    ['会社が〇三の〇〇〇〇の一九、ちゃうわ、一七八四です。', '〇三の〇〇〇〇の一九', '一七八四'],
    ['携帯は〇七〇の〇〇〇〇、はい、それで下が二二九六です。', '〇七〇の〇〇〇〇', '二二九六'],
    ['〇五〇の、いや待って、〇五〇の〇〇〇〇の二八八一に', '〇五〇', '〇五〇の〇〇〇〇の二八八一'],
    ['国際電話なので+81 90-0000-4321です。', '+81 90-0000-4321'],
    ['電話番号は〇九〇。はい。〇〇〇〇。はい。六六一二。', '〇九〇', '〇〇〇〇', '六六一二'],
    ['携帯の下四桁だけ言います、五五一八です。', '五五一八'],
    [
      'My phone is zero nine zero, double zero double zero, three two one five.',
      'zero nine zero, double zero double zero, three two one five',
    ],
    ['携帯はゼロハチマル、ゼロが四つ、七七三一です。', 'ゼロハチマル、ゼロが四つ、七七三一'],
    [
      '電話は市外局番が〇七八で、〇〇〇の、ええとどこやったか、三三一〇です。',
      '〇七八',
      '〇〇〇の',
      '三三一〇',
    ],
    ['FAXは0000-77まで同じで末尾だけ41です。', '0000-77', '41'],
    ['携帯の下四桁が3391から3319に変わりました。', '3391', '3319'],
    ['電話は090-****-3321と表示されています。', '090-****-3321'],
    ['送付先は弁護士ビル五〇二、082-000-7001とのこと。', '082-000-7001'],
  ],
  postcode: [
    ['郵便番号は〒160-0000です。', '〒160-0000'],
    ['郵便番号七六〇、えー、九九九八です。', '七六〇、えー、九九九八'],
    ['一三五の〇〇〇〇、江東区です。', '一三五の〇〇〇〇'],
    ['郵便番号は一五〇、〇〇〇〇、1-2-3 コーポ空 201。', '一五〇、〇〇〇〇'],
  ],
  card: [
    ['カード番号は4111 1111 1111 1111です。', '4111 1111 1111 1111'],
    ['3530111333300000で引き落としを。', '3530111333300000'],
    [
      'カードは四二四二、四二四二、四二四二、四二四三、期限が零九の二九。',
      '四二四二、四二四二、四二四二、四二四三',
      '零九の二九',
    ],
    ['暗証番号じゃなくて裏の三桁です、はい、七三一。', '七三一'],
  ],
  bank: [
    ['北洋の方の普通で、〇三四五、いち、にい、さんです。', '〇三四五、いち、にい、さん'],
    ['ゆうちょの記号10000、番号12345671です。', '10000', '12345671'],
    ['口座は支店が〇一二、番号四四五五六六七です。', '〇一二', '四四五五六六七'],
  ],
  mynumber: [
    ['マイナンバーは一二三四の五六七八の九〇一八。', '一二三四の五六七八の九〇一八'],
    ['個人番号、1111 2222 3333で提出します。', '1111 2222 3333'],
    ['書類に123456789018とだけ書いてあります。', '123456789018'],
  ],
  licence: [['免許証の番号は第301200045670号です。', '301200045670']],
  plate: [
    ['車のナンバーは品川 300 あ 12-34です。', '品川 300 あ 12-34'],
    ['習志野、五百八十三の、き、二十の四十八ですね。', '習志野、五百八十三の、き、二十の四十八'],
    ['三河の五〇〇、ぬ、点点点の八。', '三河の五〇〇、ぬ、点点点の八'],
    ['バイクは練馬 と 41-08で登録しました。', '練馬 と 41-08'],
    ['向こうのナンバー、覚えてんのは27-88の四つだけや。', '27-88'],
    ['ドラレコに写ったのは45-19、白いミニバンです。ナンバーはそれしか読めません。', '45-19'],
    ['ナンバーが点が三つに7でした。', '7'],
    ['相手のナンバー、・・12しか覚えてません。', '・・12'],
    ['車は 横浜 三百三十一 サクラのサ 8 8 0 1 でした。', '横浜 三百三十一 サクラのサ 8 8 0 1'],
    ['ナンバーなんやけど、平仮名がゆで、数字が6021やったわ。', 'ゆ', '6021'],
    ['原付の番号は足立区 く 12-08です。', '足立区 く 12-08'],
    ['習志野 5・・ ま 71-0・しか見えませんでした。', '習志野 5・・ ま 71-0・'],
    ['相手はわナンバーの33-90でした。', 'わナンバーの33-90'],
  ],
  policy_no: [
    ['証券番号はHM0012345678です。', 'HM0012345678'],
    ['証券番号はA-22019号です。', 'A-22019'],
    ['証券番号読み上げますね、エーケーの三三〇〇、七七一二の五、はい。', 'エーケーの三三〇〇、七七一二の五'],
    ['証券番号は四四〇〇一二、三台ともこの番号です。', '四四〇〇一二'],
    ['第8830192号のご契約は4月30日に満期を迎えます。', '8830192'],
    ['保険の番号？手元にないけど、たしか末尾が8814だったはず。', '8814'],
    ['K-55012ほか2件は7月末で解約。', 'K-55012'],
    ['契約番号KM-2207-6150、車両入替です。', 'KM-2207-6150'],
  ],
  claim_no: [
    ['受付番号、ゼット二〇二六の〇〇八八三一でございます。', 'ゼット二〇二六の〇〇八八三一'],
    ['事故番号の二六の一一〇四五の三で問い合わせました。', '二六の一一〇四五の三'],
    ['受付No.H260114-0038、相手方から架電あり。', 'H260114-0038'],
    ['（貴殿整理番号訟-0718）', '訟-0718'],
    ['貴社整理番号 東損第0442号 につき、ご回答をお待ちしております。', '東損第0442号'],
    ['高松市屋島浜東町1912番地3（事故番号W26-0311-7）。', 'W26-0311-7'],
    ['留守電にD-11408の件って入れといて。', 'D-11408'],
  ],
  customer_no: [
    ['お客さま番号は封筒の窓のところの〇〇四一七七三六です。', '〇〇四一七七三六'],
    ['ログインできません。ID M-3008-5521', 'M-3008-5521'],
    ['会員番号がカードの裏にS 0038 7719ってあるんだけど。', 'S 0038 7719'],
    ['明細の00912-3番の車を減らしてください。', '00912-3'],
    ['ユーザーID hoken_2291 でログインできない', 'hoken_2291'],
  ],
  dob: [
    ['生年月日は昭和55年3月12日です。', '昭和55年3月12日'],
    ['誕生日はS55.3.12でお願いします。', 'S55.3.12'],
    ['平成元年一月八日生まれです。', '平成元年一月八日'],
    ['生まれは62年8月の9日です。', '62年8月', '9日'],
    ['生年月日がですね、平成の五年、えっと、七月二日。', '平成の五年、えっと、七月二日'],
  ],
  address: [
    ['住所は東京都新宿区架空町1丁目2番3号です。', '東京都新宿区架空町1丁目2番3号'],
    ['高槻市雲雀が沢町二十一の八、サンハイム三〇五で', '高槻市雲雀が沢町二十一の八、サンハイム三〇五'],
    ['住所変更で、番地が八の二十です。', '八の二十'],
    ['世田谷区架空5丁目です。', '世田谷区架空5丁目'],
    [
      '浜松市中央区 南ささが丘 2ちょうめ 14 の 6 レオグラン はままつ 107、です。',
      '浜松市中央区 南ささが丘 2ちょうめ 14 の 6 レオグラン はままつ 107',
    ],
    ['青森県弘前市大字百ノ沢字東山下二十四、これで届くはずだ。', '青森県弘前市大字百ノ沢字東山下二十四'],
    ['岩手県下閉伊郡岩泉ノ町上有芸第7地割23番地です。', '岩手県下閉伊郡岩泉ノ町上有芸第7地割23番地'],
    ['里は愛媛県西宇和郡伊方浦町三崎甲812です。', '愛媛県西宇和郡伊方浦町三崎甲812'],
    ['堺市南区茶山台ノ原3丁22番4号、丁目ではなく丁です。', '堺市南区茶山台ノ原3丁22番4号'],
    ['旭川市永山台北七条十四丁目二の九です。', '旭川市永山台北七条十四丁目二の九'],
    ['東山区古門前通大和大路東入三吉ノ町77ですわ。', '東山区古門前通大和大路東入三吉ノ町77'],
    ['えーと、横浜の港南区日野台北の八丁目二の十です。', '横浜の港南区日野台北の八丁目二の十'],
    [
      '住所（カナ）はオオサカフ トヨナカシ ホンマチキタ 2チョウメ 9-3です。',
      'オオサカフ トヨナカシ ホンマチキタ 2チョウメ 9-3',
    ],
    [
      'ひろしまし なかく こくたいじまち 1ちょうめ 3の12です。',
      'ひろしまし なかく こくたいじまち 1ちょうめ 3の12',
    ],
    [
      'My address is 2-8-15-604 Kitahama-dai, Naka-ku, Yokohama。',
      '2-8-15-604 Kitahama-dai, Naka-ku, Yokohama',
    ],
    ['住所は1450 Kapuna-iki Loop, Apt 7C, Honolulu、です。', '1450 Kapuna-iki Loop, Apt 7C, Honolulu'],
    ['番地だけ直してください、5-3じゃなくて3-5です。', '5-3', '3-5'],
    ['登録は5-8-1になっていますが5-1-8が正です（住所欄）。', '5-8-1', '5-1-8'],
    ['区はそのまま、町が浜松原町2丁目になります。', '浜松原町2丁目'],
    ['町名は「潮見台北」、丁目が六、番が十八、号が二。', '潮見台北', '六', '十八', '二'],
    ['部屋番号が1203から1302に変わっただけです。', '1203', '1302'],
    ['市営東が丘団地の12号棟203です。', '市営東が丘団地の12号棟203'],
    ['団地の3号棟の506に移っただけなんで。', '3号棟の506'],
    ['うちのアパート、メゾンひだまりの二〇五です。', 'メゾンひだまりの二〇五'],
    ['転送先：3-14-1 リバーサイド葛西ノ杜 1708（区は江戸川のまま）。', '3-14-1 リバーサイド葛西ノ杜 1708'],
    ['東京都小笠原村父島字奥村浜の民宿です。', '東京都小笠原村父島字奥村浜'],
  ],
  email: [
    ['メールはhanako.yamano@example.co.jpです。', 'hanako.yamano@example.co.jp'],
    [
      'アドレスは、エー、ビー、数字の五、アット、example、ドット、ジェーピーです。',
      'エー、ビー、数字の五、アット、example、ドット、ジェーピー',
    ],
    [
      '登録がyuki アンダーバー ゼロヨン アットマーク example ドット コムです',
      'yuki アンダーバー ゼロヨン アットマーク example ドット コム',
    ],
  ],
  url_id: [
    ['https://my.example.jp/claim?uid=77a0e3を押しました', 'https://my.example.jp/claim?uid=77a0e3'],
    ['example.jp/r?c=K33810ってなってる', 'example.jp/r?c=K33810'],
    ['https://up.example.co.jp/p/2608-00417/a7Qz9 です', 'https://up.example.co.jp/p/2608-00417/a7Qz9'],
  ],
};

const harmless = [
  'フリーダイヤル0120-000-999におかけ直しください。',
  '〇一二〇の〇〇〇の三一九におかけ直しください。',
  'お問い合わせは0800-000-0123、平日の九時から十七時まででございます。',
  '〇五七〇の〇〇〇の五五五は通話料がかかるでしょう。',
  '保険料は月々12,800円です。',
  '見積もりが三十八万二千五百円、うち部品代が二十一万です。',
  '2026年4月1日から保障が始まります。',
  '事故は11月3日、文化の日に起きました。',
  '契約は2025/10/01から2026/10/01までです。',
  '約款の第12条の3をご覧ください。',
  '国道十六号の交差点を越えて、ガソリンスタンドの手前です。',
  '代理店コードは四桁の六〇二一で、支店は名古屋支店です。',
  'エフ〇三の二〇二六の四っていうのは用紙の番号です。',
  'ドライブレコーダーの型番はディーアール七五〇エックスです。',
  '先月の応答率は91.3%、放棄呼は412件、平均処理時間は7分48秒でした。',
  'ホームページの https://www.example.co.jp/faq を見ました。',
  'ニュースは https://www.example.co.jp/news/2026/0401.html です。',
  'お問い合わせは info@example.co.jp へ。',
  '免許の有効は令和十年の誕生日までです。',
  '二千二十六年の台風では九千件を超える受付がありました。',
  'チラシ（管理番号SJ-PR-25-1108）の在庫が残り300部です。',
  '会議室は本社12階の12-05、14:30開始です。',
  '広島支店の稟議書、決裁番号2026-118、差戻し2回目です。',
  '三丁目の角のコンビニに車が突っ込みました。',
  '住所変更の手続きは1-2週間かかります。',
  '住所欄はハイフンで区切り、「1-2-3」のように入力してください。',
  '保険証券の見方は2-1-3の項をご覧ください。',
  '環境変数 `KIKIDOKI_DATA` を設定します。',
  '電話が3回、10分おきに鳴りました。',
];

describe('numbers in Japanese words', () => {
  for (const [type, rows] of Object.entries(sentences)) {
    it.each(rows)(`finds ${type}: %s`, (sentence, ...pieces) => {
      const { text } = normalText(sentence);
      const findings = findNumbers(text, nothingOwn);
      for (const piece of pieces) {
        // The last place, because 〇五〇 may be the beginning of a later piece.
        const start = text.lastIndexOf(normalText(piece).text);
        const end = start + normalText(piece).text.length;
        const covering = findings.filter((one) => one.start < end && start < one.end);
        expect(covering.map((one) => one.type)).toContain(type);
        expect(uncovered(covering, start, end)).toBe('');
      }

      function uncovered(covering: { start: number; end: number }[], start: number, end: number): string {
        return [...text.slice(start, end)]
          .filter((_, at) => !covering.some((one) => one.start <= start + at && start + at < one.end))
          .join('');
      }
    });
  }

  it.each(harmless)('leaves: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('finds each piece of a number that was misspoken', () => {
    expect(found('〇五〇の、いや待って、〇五〇の〇〇〇〇の二八八一にかけてください')).toEqual([
      'phone: 〇五〇',
      'phone: 〇五〇の〇〇〇〇の二八八一',
    ]);
  });

  it('names a number by the nearest word', () => {
    expect(found('お客さま番号２２０－５５１－９３、証券番号ジェイ二二〇〇九一三です')).toEqual([
      'customer_no: 220-551-93',
      'policy_no: ジェイ二二〇〇九一三',
    ]);
  });

  it('takes a number that nobody named for a contract number, with little confidence', () => {
    const { text } = normalText('えーと、三三四の五五六の七です。');
    expect(findNumbers(text, nothingOwn)).toEqual([
      expect.objectContaining({ type: 'policy_no', reason: 'unnamedNumber' }),
    ]);
    expect(findNumbers(text, nothingOwn)[0]?.confidence).toBeLessThan(0.5);
  });

  it('leaves the company its own numbers and mailboxes, in any writing', () => {
    const lists = { ownNumbers: ['03-0000-0100', 'kikidoki@asanagi.example'], patterns: [] };
    expect(found('代表は〇三の〇〇〇〇の〇一〇〇です。', lists)).toEqual([]);
    expect(found('kikidoki@asanagi.exampleへどうぞ。', lists)).toEqual([]);
    expect(found('代表は〇三の〇〇〇〇の〇一〇一です。', lists)).toEqual(['phone: 〇三の〇〇〇〇の〇一〇一']);
  });

  it('knows the forms that the company gives out', () => {
    const lists = { ownNumbers: [], patterns: [{ type: 'claim_no' as const, pattern: /ZZ\d{3}/ }] };
    expect(found('ZZ123の件とZZ456の件です。', lists)).toEqual(['claim_no: ZZ123', 'claim_no: ZZ456']);
  });

  it('keeps its spans inside any text, in order and without overlaps', () => {
    const signs = [
      ...'0123456789〇一二三十百千のー-、。.,/()@:?=& あアえーはいゼロまるに円年月日市区町丁目番号',
    ];
    const words = [
      '電話',
      '証券番号',
      'ナンバー',
      '生年月日',
      'https://a.jp/?id=',
      'アットマーク',
      'ドット',
      '\ud842',
      '𠮷',
    ];
    const anyText = fc.array(fc.constantFrom(...signs, ...words), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.oneof(
          anyText.map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (source) => {
          const { text } = normalText(source);
          let last = 0;
          for (const { start, end, confidence, reason } of findNumbers(text, nothingOwn)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
            expect(reason).toMatch(/^[a-z][A-Za-z]+$/);
            last = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  // A quadratic rule takes minutes here, the rules as they are less than a second.
  it.each([
    '〇',
    '0-',
    'の',
    'http://a?',
    '1丁目',
    '一の',
    '昭和5年',
    'a@a.',
    'さん、',
    '一あとあと',
    '一えーー',
    'ア1号室',
    '品川の三百の',
    '東京の',
    'ひろしく ',
    'Aa-ku 1 ',
    '団地三号棟の',
    'ゼロが四つ',
    '点が三つ',
    '大字一の',
    '番地が一から',
  ])('reads 100,000 times %s in time that grows with the text', (piece) => {
    const text = piece.repeat(100_000);
    const startedAt = performance.now();
    findNumbers(text, nothingOwn);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
