// What can be wrong with a Teams app package. Each check returns a list of problems, empty when all is well.
import { AppManifestUtils } from '@microsoft/app-manifest';
import { PNG } from 'pngjs';

const LOCALISED = ['name.short', 'name.full', 'description.short', 'description.full'];

/**
 * The schema that `$schema` names, from the copies bundled with app-manifest: nothing is fetched for them.
 * The schema of language files holds a pattern (for activity types, which we have none of) that is not a
 * valid regular expression, and validation would stop at it: such patterns are left out.
 */
async function bundledSchema(json) {
  const schema = await AppManifestUtils.fetchSchema(json.$schema);
  const patterns = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => isPattern(pattern));
  return { ...schema, patternProperties: Object.fromEntries(patterns) };
}

function isPattern(source) {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Against the JSON schema of Teams; `file` is how the problems call it. */
export async function checkSchema(json, file) {
  let schema;
  try {
    schema = await bundledSchema(json);
  } catch {
    return [
      {
        ja: `${file} の $schema が、知っている Teams の規格を指していません。`,
        en: `${file}: $schema does not name a schema of Teams that is known here.`,
      },
    ];
  }
  const faults = await AppManifestUtils.validateAgainstSchema(json, schema);
  return faults.map((fault) => ({
    ja: `${file} が Teams の規格に合いません: ${fault.trim()}`,
    en: `${file} does not follow Teams' schema: ${fault.trim()}`,
  }));
}

/** The strings that Teams shows, by the keys that language files use. */
function localisedStrings(manifest) {
  const strings = new Map(
    LOCALISED.map((key) => {
      const [section, field] = key.split('.');
      return [key, manifest[section][field]];
    }),
  );
  (manifest.bots ?? []).forEach((bot, b) => {
    (bot.commandLists ?? []).forEach((list, l) => {
      list.commands.forEach((command, c) => {
        for (const field of ['title', 'description'])
          strings.set(`bots[${b}].commandLists[${l}].commands[${c}].${field}`, command[field]);
      });
    });
  });
  (manifest.composeExtensions ?? []).forEach((extension, e) => {
    (extension.commands ?? []).forEach((command, c) => {
      for (const field of ['title', 'description'])
        strings.set(`composeExtensions[${e}].commands[${c}].${field}`, command[field]);
    });
  });
  return strings;
}

/** A language file translates every string, and only strings that exist. */
export function checkLanguage(manifest, language, file) {
  const expected = [...localisedStrings(manifest).keys()];
  const present = Object.keys(language).filter((key) => key !== '$schema');
  const lacking = expected.filter((key) => !language[key]?.trim());
  const unknown = present.filter((key) => !expected.includes(key));
  // Teams refuses a package whose parts follow different versions of the schema.
  const sameVersion = language.$schema?.includes(`/v${manifest.manifestVersion}/`);
  return [
    ...lacking.map((key) => ({
      ja: `${file} に ${key} の訳がありません。追加してください。`,
      en: `${file} lacks ${key}. Add its translation.`,
    })),
    ...unknown.map((key) => ({
      ja: `${file} の ${key} は manifest.json にありません。削除するか、名前を直してください。`,
      en: `${file} translates ${key}, which manifest.json does not have. Remove or rename it.`,
    })),
    ...(sameVersion
      ? []
      : [
          {
            ja: `${file} の $schema を manifest.json と同じ v${manifest.manifestVersion} にしてください。`,
            en: `${file}: let $schema name the same version as manifest.json, v${manifest.manifestVersion}.`,
          },
        ]),
  ];
}

/** The default language's file repeats the manifest's own strings: two spellings of one thing must agree. */
export function checkDefaultLanguage(manifest, language, file) {
  return [...localisedStrings(manifest)]
    .filter(([key, text]) => language[key] !== undefined && language[key] !== text)
    .map(([key]) => ({
      ja: `${file} の ${key} が manifest.json と違います。同じ文にしてください。`,
      en: `${file}: ${key} differs from manifest.json. Make them the same.`,
    }));
}

/** The size of a PNG and, for the outline, that each pixel is white or nothing. */
export function checkIcon(bytes, file, { size, whiteOnly }) {
  let png;
  try {
    png = PNG.sync.read(Buffer.from(bytes));
  } catch {
    return [{ ja: `${file} は PNG 画像として読めません。`, en: `${file} is not a readable PNG image.` }];
  }
  const problems = [];
  if (png.width !== size || png.height !== size)
    problems.push({
      ja: `${file} は ${png.width}×${png.height} です。${size}×${size} ピクセルにしてください。`,
      en: `${file} is ${png.width}×${png.height}. Make it ${size}×${size} pixels.`,
    });
  if (whiteOnly && !isWhiteOnNothing(png.data))
    problems.push({
      ja: `${file} は、透明な背景に白だけで描いてください(Teams の決まりです)。`,
      en: `${file} must be white on a transparent background and nothing else (a rule of Teams).`,
    });
  return problems;
}

function isWhiteOnNothing(rgba) {
  let seeThrough = false;
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) seeThrough = true;
    else if (rgba[at] !== 255 || rgba[at + 1] !== 255 || rgba[at + 2] !== 255) return false;
  }
  return seeThrough;
}
