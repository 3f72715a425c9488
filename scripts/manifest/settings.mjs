// What the operator sets for the Teams app package, checked and turned into the manifest's placeholders.

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const EMPTY_GUID = /^[0-]+$/;
const NOT_REACHABLE = /^(?:localhost|.*\.localhost|.*\.local|[\d.]+|\[.*\])$/i;
/** Teams' own limit for the developer's name. */
const LONGEST_COMPANY_NAME = 32;

/** A setting as the operator wrote it; blank is as good as missing. */
const written = (env, name) => env[name]?.trim() || undefined;

function guid(value, name) {
  if (GUID.test(value) && !EMPTY_GUID.test(value)) return { value: value.toLowerCase() };
  return {
    problem: {
      ja: `${name} の形式が正しくありません。00000000-… の形の ID(GUID)を、Azure の画面からそのまま写してください。`,
      en: `${name} is not an id. Copy the GUID (8-4-4-4-12 hexadecimal digits, not all zero) from Azure.`,
    },
  };
}

/** Only an address that Teams can reach and that its rules for dialogs allow. */
function origin(value, name) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (plain && url.protocol === 'https:' && !NOT_REACHABLE.test(url.hostname)) return { value: url };
  return {
    problem: {
      ja: `${name} は、Teams から届く https のアドレスにしてください(例 https://kikidoki.example.co.jp)。パスや IP アドレス、localhost は使えません。`,
      en: `${name} must be an https address that Teams can reach, such as https://kikidoki.example.co.jp: no path, no IP address, not localhost.`,
    },
  };
}

function webPage(value, name) {
  if (URL.canParse(value) && new URL(value).protocol === 'https:') return { value };
  return {
    problem: {
      ja: `${name} は https:// で始まるアドレスにしてください。`,
      en: `${name} must be an address that begins with https://.`,
    },
  };
}

function companyName(value, name) {
  if (value.length <= LONGEST_COMPANY_NAME) return { value };
  return {
    problem: {
      ja: `${name} は ${LONGEST_COMPANY_NAME} 文字以内にしてください(Teams の制限です)。`,
      en: `${name} must have at most ${LONGEST_COMPANY_NAME} characters (a limit of Teams).`,
    },
  };
}

function missing(name, ja, en) {
  return {
    problem: {
      ja: `${name} が設定されていません。${ja}を環境変数 ${name} に入れて、もう一度実行してください。`,
      en: `${name} is not set. Put ${en} into the environment variable ${name} and run this again.`,
    },
  };
}

/**
 * Reads the settings from the environment.
 * @returns {{ values: Record<string, string>, publicUrl: string, problems: { ja: string, en: string }[] }}
 *   `values` fills the placeholders of the same names; it is meaningless while there are problems.
 */
export function readSettings(env) {
  const required = (name, check, ja, en) => {
    const value = written(env, name);
    return value ? check(value, name) : missing(name, ja, en);
  };
  const optional = (name, check, otherwise) => {
    const value = written(env, name);
    return value ? check(value, name) : { value: otherwise };
  };

  const appId = required(
    'KIKIDOKI_APP_ID',
    guid,
    'Azure ボットの「Microsoft アプリ ID」',
    "the Azure bot's Microsoft App ID",
  );
  const publicUrl = required(
    'KIKIDOKI_PUBLIC_URL',
    origin,
    'このサーバーの公開アドレス(https)',
    "this server's public https address",
  );
  const base = publicUrl.value?.origin ?? '';
  // One id for bot and app is allowed; a second one is needed only to have two apps for one bot.
  const teamsAppId = optional('KIKIDOKI_TEAMS_APP_ID', guid, appId.value);
  const company = optional('KIKIDOKI_COMPANY_NAME', companyName, 'Kikidoki');
  const companyUrl = optional('KIKIDOKI_COMPANY_URL', webPage, base);

  return {
    publicUrl: base,
    problems: [appId, publicUrl, teamsAppId, company, companyUrl].flatMap(({ problem }) => problem ?? []),
    values: {
      KIKIDOKI_APP_ID: appId.value ?? '',
      KIKIDOKI_TEAMS_APP_ID: teamsAppId.value ?? '',
      KIKIDOKI_COMPANY_NAME: company.value ?? '',
      KIKIDOKI_COMPANY_URL: companyUrl.value ?? '',
      // この仕組みが記録すること is this app's answer to "what happens with my data".
      KIKIDOKI_PRIVACY_URL: `${base}/records`,
      KIKIDOKI_PUBLIC_DOMAIN: publicUrl.value?.host ?? '',
    },
  };
}
