import type { Finding } from './finding.ts';

/** A URL with or without https://; the bounds keep long runs of letters from being read again and again. */
const urlPattern =
  /(?:https?:\/\/|www\.)?[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?::\d{1,5})?(?:[/?#][!-;=?-~]{0,2000})?/g;

/** Parameters that say which page, not whose. */
const publicParameters =
  /^(?:utm_\w*|page|p|lang|hl|q|query|search|keyword|category|cat|sort|tab|view|year|month|type|mode|step|area|pref|product|plan|ver|v|theme|print)$/i;
const personalParameters =
  /(?:^|[_-])(?:id|uid|user|userid|member|token|key|sid|session|sig|signature|case|claim|policy|customer|cust|no|num|code|c|t|k|u|auth|otp|hash|ticket|invite|email|mail|tel|name|ref_id)$|id$|token$|key$|no$/i;
/** Folders of pages that everybody reads: numbers below them are dates and articles. */
const publicFolders =
  /^(?:news|press|info|release|topics|blog|faq|pdf|docs?|help|article|articles|products?|company|ir|campaign|images?|static|assets)$/i;

/** A web address that stands in a text, and whether it leads to one person's page. */
export interface LinkInText {
  start: number;
  end: number;
  isPersonal: boolean;
}

/**
 * All web addresses of a text. Numbers inside them are no phones or contract numbers, whether they are personal
 * or not.
 *
 * @param text in normal form
 */
export function linksInText(text: string): LinkInText[] {
  if (!text.includes('.')) return [];
  const links: LinkInText[] = [];
  for (const match of text.matchAll(urlPattern)) {
    const url = match[0].replace(/[.,;:!)'"]+$/, '');
    const isAddress = /^(?:https?:\/\/|www\.)/.test(url) || /^[^/?#]*\.[A-Za-z]{2,}(?::\d+)?[/?#]/.test(url);
    if (!isAddress || text.charAt(match.index - 1) === '@') continue;
    links.push({ start: match.index, end: match.index + url.length, isPersonal: isPersonal(url) });
  }
  return links;
}

/** UUIDs and timestamps, as machines write them into logs and tables. */
const machinePattern =
  /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\d{4}-\d{2}-\d{2}T[\d:.+Z-]{2,24})/g;

/** Where machines' own identifiers and times stand: no number in them was read out by anybody. */
export function machineSigns(text: string): { start: number; end: number }[] {
  return [...text.matchAll(machinePattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** 「エイチティーティーピーエス、コロン、example、ドット、jp、スラッシュ、…」: read out, and with a number in it. */
const spokenLink =
  /(?:エイチ|エッチ)ティー?ティー?ピー(?:エス)?[^。」』\n]{5,120}?(?=[。」』\n]|です|って|と(?:出|書|言)|$)/g;

/** Links that somebody reads out. */
export function spokenLinks(text: string): Finding[] {
  return [...text.matchAll(spokenLink)]
    .filter(
      ([words]) =>
        /スラッシュ|イコール|ハテナ|\//.test(words) &&
        /[0-9〇一二三四五六七八九]{3}|(?:ゼロ|イチ|サン|ヨン|ロク|ナナ|ハチ|キュウ)/.test(words),
    )
    .map((match) => ({
      type: 'url_id',
      start: match.index,
      end: match.index + match[0].length,
      reason: 'linkWithId',
      confidence: 0.97,
    }));
}

/** Web addresses that carry an id, a token or a key in their path, query or fragment. */
export function linksWithId(links: readonly LinkInText[]): Finding[] {
  return links
    .filter((link) => link.isPersonal)
    .map(({ start, end }) => ({ type: 'url_id', start, end, reason: 'linkWithId', confidence: 0.92 }));
}

function isPersonal(url: string): boolean {
  const address = url.replace(/^https?:\/\//, '');
  const [beforeFragment = '', fragment = ''] = address.split('#', 2);
  const [path = '', query = ''] = beforeFragment.split('?', 2);
  if (query !== '' && query.split('&').some(isPersonalParameter)) return true;
  if (fragment.includes('=') ? fragment.split('&').some(isPersonalParameter) : isIdentifier(fragment))
    return true;
  const folders = path.split('/').slice(1);
  const isPublic = folders.some((folder) => publicFolders.test(folder));
  return folders.some((folder, index) => {
    const owner = /^(?:u|user|users|member|members|my|mypage|customer|c|p|s|r|t|id|case|claim|claims)$/i;
    const below = index > 0 && owner.test(folders[index - 1] ?? '');
    return isIdentifier(folder, isPublic) || (below && /\d{3,}|^[A-Za-z]+-\d+$/.test(folder));
  });
}

function isPersonalParameter(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2);
  if (publicParameters.test(name)) return false;
  if (value === '') return isIdentifier(name);
  return personalParameters.test(name) || isIdentifier(value);
}

/** Six characters or more with letters and digits mixed, five digits, or a UUID: not a word, not a year. */
function isIdentifier(part: string, isPublicFolder = false): boolean {
  const bare = part.replace(/\.(?:html?|php|aspx?|pdf|jsp|png|jpe?g)$/i, '');
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(bare)) return true;
  if (isPublicFolder)
    return bare.length >= 16 && /\d/.test(bare) && /[A-Za-z]/.test(bare) && !/[-_]/.test(bare);
  if (/^(?:19|20)\d{6}$|^\d{1,4}$|^20\d\d[a-z]+$/.test(bare)) return false;
  if (/^[\d-]{5,}$/.test(bare)) return true;
  const isMixed = /\d/.test(bare) && /[A-Za-z]/.test(bare) && bare.length >= 6;
  return isMixed && !/^[a-z]+[-_]?(?:20)?\d{1,2}$|^[a-z]+(?:-[a-z]+)+-?\d{0,4}$/.test(bare);
}
