/** Things that have numbers of their own, which belong to no person: leaflets, forms, resolutions, rooms, devices. */
const things =
  'チラシ|パンフ(?:レット)?|リーフレット|ポスター|ちらし|帳票|様式|書式|用紙|備品|設備|資産|稟議書?|決裁|起案|伺い?|文書|資料|印刷物|ノベルティ|在庫|プロジェクト|会議室|会議|ロッカー|サーバー?|端末|エラー|見積書?|発注|注文|伝票|商品|製品|部品|法人|募集人|代理店|議案|議題|課題|要件|不具合|バグ|改善案|判例|通達|通知文|マニュアル|手順書|規程|研修|講座|型|機種|席|区画|列車|レーン|判例タイムズ';
const numberWords =
  '(?:管理|整理|文書|登録|承認|起案|決裁|通し|識別|発注|注文|伝票|受付|お?問い?合わせ)?(?:番号|ナンバー|コード|No\\.?|NO\\.?|no\\.?|ID|#)';
const before = new RegExp(
  `(?:(?:${things})(?:の|、|,|\\(| )?${numberWords}|(?:会議室|ロッカー|様式|帳票))[)はがの: 「、]{0,3}(?:[A-Za-z]{1,5}-){0,2}$`,
);

/** 「JP-1130-08」ってあるのは帳票の番号, …は資料の管理番号. */
const after = new RegExp(
  `^[」』)]?(?:って(?:ある|書いて(?:ある|いる))?の?)?は、?(?:${things})の${numberWords}`,
);

/** Proposals have receipt numbers of this product: K-2026-00418. */
const proposal = /^K-20[0-9]{2}-[0-9]{4,6}$/;

/** Whether the number from `start` to `end` is named as one of a leaflet, a form, a resolution, a room. */
export function isNumberOfThing(text: string, start: number, end: number): boolean {
  if (proposal.test(text.slice(start, end)) && /提案/.test(text.slice(Math.max(0, start - 12), start)))
    return true;
  return before.test(text.slice(Math.max(0, start - 40), start)) || after.test(text.slice(end, end + 40));
}
