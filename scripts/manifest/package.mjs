// Reads a manifest folder, fills in the settings, checks everything and makes the archive that Teams takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { checkDefaultLanguage, checkIcon, checkLanguage, checkSchema } from './checks.mjs';

/** The same input makes the same archive, byte for byte. */
const FILE_DATE = new Date(2026, 0, 1);

/** Something is wrong with the files of the manifest folder. */
export class PackageError extends Error {
  constructor(problems) {
    super(problems.map(({ en }) => en).join('\n'));
    this.problems = problems;
  }
}

function read(folder, file) {
  try {
    return readFileSync(join(folder, file));
  } catch {
    throw new PackageError([
      { ja: `${join(folder, file)} を読めません。`, en: `${join(folder, file)} cannot be read.` },
    ]);
  }
}

function parse(bytes, file) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new PackageError([
      {
        ja: `${file} が JSON として読めません: ${error.message}`,
        en: `${file} is not JSON: ${error.message}`,
      },
    ]);
  }
}

/** Replaces ${{NAME}} in every string, so that no value can break out of its place. */
function fill(json, values) {
  if (typeof json === 'string')
    return json.replace(/\$\{\{(\w+)\}\}/g, (token, name) => values[name] ?? token);
  if (Array.isArray(json)) return json.map((item) => fill(item, values));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fill(value, values)]));
}

function checkTokens(manifest) {
  const left = JSON.stringify(manifest).match(/\$\{\{\w+\}\}/g) ?? [];
  return left.map((token) => ({
    ja: `manifest.json の ${token} は知らない名前です。scripts/manifest/settings.mjs にある名前を使ってください。`,
    en: `manifest.json: ${token} is unknown. Use a name from scripts/manifest/settings.mjs.`,
  }));
}

function languageFiles({ localizationInfo }) {
  const defaultFile = localizationInfo?.defaultLanguageFile;
  if (!defaultFile)
    throw new PackageError([
      {
        ja: 'manifest.json の localizationInfo に defaultLanguageFile を書いてください。',
        en: 'manifest.json: localizationInfo needs a defaultLanguageFile.',
      },
    ]);
  const others = (localizationInfo.additionalLanguages ?? []).map(({ file }) => file);
  return { defaultFile, languages: [defaultFile, ...others] };
}

/**
 * The Teams app package of a manifest folder.
 * @returns {Promise<Uint8Array>} the bytes of the zip archive
 * @throws {PackageError} with every problem that was found
 */
export async function makePackage(folder, values) {
  const manifest = fill(parse(read(folder, 'manifest.json'), 'manifest.json'), values);
  const schemaProblems = [...checkTokens(manifest), ...(await checkSchema(manifest, 'manifest.json'))];
  // Whatever is checked below relies on the manifest's shape.
  if (schemaProblems.length > 0) throw new PackageError(schemaProblems);

  const { icons } = manifest;
  const { defaultFile, languages } = languageFiles(manifest);
  const files = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const file of [icons.color, icons.outline, ...languages]) files[file] = read(folder, file);

  const problems = [
    ...checkIcon(files[icons.color], icons.color, { size: 192, whiteOnly: false }),
    ...checkIcon(files[icons.outline], icons.outline, { size: 32, whiteOnly: true }),
    ...checkDefaultLanguage(manifest, parse(files[defaultFile], defaultFile), defaultFile),
  ];
  for (const file of languages) {
    const language = parse(files[file], file);
    problems.push(...checkLanguage(manifest, language, file), ...(await checkSchema(language, file)));
  }
  if (problems.length > 0) throw new PackageError(problems);
  return zipSync(files, { level: 9, mtime: FILE_DATE });
}
