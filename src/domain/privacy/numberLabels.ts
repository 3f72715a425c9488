import type { PersonalDataType } from './finding.ts';

/** What a word says about the number next to it; `notPersonal` is a form, a model, a hotline, an amount. */
export type LabelKind = PersonalDataType | 'notPersonal';

/**
 * Words that name the number next to them, in normal form. `sure` ones say "number" themselves; the others
 * (契約, 電話) are said for many reasons and need a nearer number of the right form.
 */
export const numberLabels: Readonly<
  Partial<Record<LabelKind, { sure: readonly string[]; likely: readonly string[] }>>
> = {
  phone: {
    sure: words(
      '電話番号 携帯番号 携帯電話 連絡先 市外局番 直通 代表番号 TEL Tel tel FAX Fax fax ファックス番号 固定電話 ショートメール',
      '電話は 電話が 携帯は 携帯が スマホの番号 自宅の番号 つながる番号 繋がる番号 ケータイ',
    ),
    likely: words(
      '電話 携帯 スマホ 自宅 固定 ファックス ファクス 代表 折り返し 折返し 掛け直 かけ直 お掛け おかけ かけて 掛けて',
      '呼び出し 着信 SMS 留守電 職場 勤務先 実家 昼間 日中',
    ),
  },
  postcode: {
    sure: words('〒 郵便番号 郵便の番号 ゆうびん番号 郵便ナンバー'),
    likely: words('郵便 宛先 住所 送付先'),
  },
  mynumber: {
    sure: words('マイナンバー 個人番号 通知カード マイナカード 個人番号カード'),
    likely: words('マイナ'),
  },
  licence: {
    sure: words('免許証番号 免許証の番号 免許番号 免許の番号 運転免許証 運転免許 免許証'),
    likely: words('免許 ライセンス'),
  },
  bank: {
    sure: words(
      '口座番号 口座 普通預金 当座預金 店番 店番号 支店番号 支店コード 銀行コード 金融機関コード 記号 ゆうちょ 振込先 振り込み先',
      '預金番号 口座の番号 貯蓄預金 振替口座',
    ),
    likely: words(
      '普通 当座 支店 本店 銀行 信用金庫 信金 信用組合 農協 労金 労働金庫 振込 振り込 振替 引き落とし 引落 返金 入金 通帳 名義',
    ),
  },
  card: {
    sure: words('クレジットカード カード番号 カードの番号 クレジット クレカ'),
    likely: words(
      'カード VISA Visa ビザ JCB ジェーシービー AMEX アメックス マスターカード マスター ダイナース デビット',
    ),
  },
  plate: {
    sure: words('ナンバープレート ナンバー 車両番号 車両の番号 登録番号 車番 プレート 車のナンバー'),
    likely: words('陸運局 車検証'),
  },
  policy_no: {
    sure: words(
      '証券番号 証券の番号 保険証券の番号 証書番号 証書の番号 契約番号 契約の番号 保険番号 保険証券番号 証券No 証券NO 契約No 証券ナンバー',
      '保険の番号 ご契約の番号 契約ナンバー ポリシー番号 ポリシーナンバー 継続はがきの番号 はがきの番号 案内の番号 旧証券 新証券 前契約番号 証券記号 証券記号番号 保険証券記号番号 証券の記号番号 証明書番号 証明書の番号 加入者証番号 証番 証No 証券は 証券が',
    ),
    likely: words(
      '保険証券 証券 証書 契約 ポリシー 継続証 更新案内 満期案内 自動車のほう 火災のほう 保険のほう',
    ),
  },
  claim_no: {
    sure: words(
      '事故受付番号 受付番号 受付の番号 受付No 受付ナンバー 受付NO 事故番号 事故の番号 事故受付の番号 事故No 案件番号 案件の番号 請求番号 整理番号 管理番号 事案番号',
      '問い合わせ番号 お問合せ番号 問合せ番号 ケース番号 クレーム番号 受理番号 損害番号 支払番号 照会番号 担当番号 報告番号 控え番号',
    ),
    likely: words('事故受付 受付 案件 事案 事故 請求 ケース 控え'),
  },
  customer_no: {
    sure: words(
      'お客さま番号 お客様番号 お客さん番号 お客さまの番号 お客様の番号 お客さまコード お客様コード お客さまナンバー お客様ナンバー 顧客番号 顧客コード 顧客No 顧客ID',
      '会員番号 会員証 契約者カード 会員カード 会員の番号 会員ID 会員No 会員ナンバー 明細番号 明細の番号 加入者番号 加入番号 ログインID ユーザーID ユーザID 契約者番号 契約者ID お客さまID お客様ID',
      '団体コード 社員番号 職員番号 加入者証 契約者コード 利用者番号 団体番号 組合員番号 被保険者番号 マイページID',
    ),
    likely: words('ID 会員 明細 お客さま お客様 顧客 マイページ アイディー 加入者 登録'),
  },
  dob: {
    sure: words(
      '生年月日 お誕生日 誕生日 生まれた日 生まれは 生まれが たんじょうび せいねんがっぴ DOB birth',
    ),
    likely: words('生まれ 誕生'),
  },
  notPersonal: {
    sure: words(
      '型番 型式 形式 品番 様式 用紙の番号 用紙番号 代理店コード 募集人コード 店舗コード 商品コード 部品番号 製造番号 シリアル 内線 国道 県道 約款 フリーダイヤル フリーコール',
      'フリーアクセス ナビダイヤル 機種 バージョン 暗証番号 パスワード 認証コード 走行距離 排気量 保険料 見積 合計 金額 請求額 損害額 修理代 費用 定価',
      '郵便局 エラーコード エラー番号 規格 ISO 条例 法律 施行規則 色番号 カラーコード タイヤのサイズ タイヤサイズ 税込 税抜 メーター 機番 パンフレット番号 帳票番号 承認番号 登録商標 会議ID 会議番号 ミーティングID 法人番号 証券コード チケット プロジェクト番号',
    ),
    likely: words('台風 件数 平均'),
  },
};

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(' '));
}
