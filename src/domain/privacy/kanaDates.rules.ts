const era = '(?:めいじ|たいしょう|しょうわ|へいせい|れいわ|明治|大正|昭和|平成|令和|西暦|せいれき)';
const count =
  '(?:[0-9]{1,4}|(?:いっ|いち|に|さん|よん?|し|ご|ろっ|ろく|なな|しち|はっ|はち|きゅう?|く|じゅう|[ひびぴ]ゃく|せん){1,8})';
const year = `(?:${era}[ 、の]{0,2}(?:${count}|がん)|${count})ねん`;
/** Between year and month people look for the words and say which era it was. */
const gap = `(?:[ 、の]|え[えー]と?|えっと|あの?|はい|です|${era}){0,8}`;
const month = '(?:[0-9]{1,2}|じゅう(?:いち|に)?|いち|に|さん|し|ご|ろく|しち|なな|はち|く)がつ';
const day =
  '(?:ついたち|ふつか|みっか|よっか|いつか|むいか|なのか|ようか|ここのか|とおか|はつか|(?:[0-9]{1,2}|(?:(?:に|さん)?じゅう)?(?:いち|に|さん|ご|ろく|しち|はち|く)?)にち|(?:に)?じゅうよっか)';

/**
 * The source of a pattern for dates wholly in kana, as children, learners and some recognisers write them:
 * れいわろくねんのくがつみっか, 1990ねん 5がつ 3にち, じゅうがつついたち.
 */
export const kanaDate = `(?:${year}${gap})?${month}[ 、の]{0,2}${day}`;

/** The months by their old names: 霜月 is the eleventh. */
export const oldMonth = '(?:睦月|如月|弥生|卯月|皐月|水無月|文月|葉月|長月|神無月|霜月|師走)';
