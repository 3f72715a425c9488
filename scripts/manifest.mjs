// Makes the Teams app package: fills the manifest with this installation's ids and address, checks and
// zips it. `npm run manifest`; options after `--`. Exit code 0: made; 1: the package would not be valid or
// could not be written; 2: a setting or an option is missing or malformed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makePackage, PackageError } from './manifest/package.mjs';
import { readSettings } from './manifest/settings.mjs';

const HELP = `npm run manifest [-- --from DIR --out FILE]

  --from DIR   manifest folder (manifest/)  マニフェストのフォルダー
  --out FILE   where to write (dist/kikidoki-teams.zip)  出力先
  --help       this text  この説明

Environment variables / 環境変数:
  KIKIDOKI_APP_ID        required  Microsoft App ID of the Azure bot
  KIKIDOKI_PUBLIC_URL    required  public https address of this server
  KIKIDOKI_TEAMS_APP_ID  optional  id of the Teams app (the bot's id)
  KIKIDOKI_COMPANY_NAME  optional  company shown in Teams, at most 32 characters (Kikidoki)
  KIKIDOKI_COMPANY_URL   optional  its page for support and terms of use (KIKIDOKI_PUBLIC_URL)
`;

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));

function readOptions() {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: fromHere('../manifest') },
      out: { type: 'string', default: fromHere('../dist/kikidoki-teams.zip') },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

function fail(problems, code) {
  for (const { ja, en } of problems) process.stderr.write(`${ja}\n${en}\n`);
  process.exitCode = code;
}

function whatNext(file, publicUrl) {
  return `Teams アプリのパッケージを作りました: ${file}
Teams app package made: ${file}

次にすること / What next:
  1. Azure ボットの「構成」→ メッセージング エンドポイント / the Azure bot's messaging endpoint:
       ${publicUrl}/api/messages
  2. Teams 管理センター →「Teams のアプリ」→「アプリを管理」→「新しいアプリをアップロード」
     Teams admin center → Teams apps → Manage apps → Upload new app
  3. 「セットアップ ポリシー」で全員にインストールし、部署のチームに追加します。
     Install it for everyone by a setup policy, and add it to the departments' teams.

更新のときは manifest/manifest.json の version を上げてください。
When you update the app in Teams, raise "version" in manifest/manifest.json.
`;
}

async function main() {
  let options;
  try {
    options = readOptions();
  } catch (error) {
    const help = 'npm run manifest -- --help';
    fail([{ ja: `オプションが正しくありません(${help})。`, en: `${error.message} (${help})` }], 2);
    return;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const { values, publicUrl, problems } = readSettings(process.env);
  if (problems.length > 0) {
    fail(problems, 2);
    return;
  }
  let archive;
  try {
    archive = await makePackage(options.from, values);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    fail(error.problems, 1);
    return;
  }
  const file = relative(process.cwd(), options.out) || options.out;
  try {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, archive);
  } catch (error) {
    const en = `${file} cannot be written: ${error.message}. Choose another place with --out.`;
    fail([{ ja: `${file} に書き込めません。--out で別の場所を指定してください。`, en }], 1);
    return;
  }
  process.stdout.write(whatNext(file, publicUrl));
}

await main();
