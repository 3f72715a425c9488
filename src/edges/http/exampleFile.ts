import type { PublicExample } from '../../domain/proposals/index.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import { lineOfBusinessText } from '../../platform/i18n/labels.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Sheet } from '../../platform/sheets/sheet.ts';

/** Improvement examples that were approved for the public, as a file. */
export function exampleSheet(examples: readonly PublicExample[], settings: Settings, locale: Locale): Sheet {
  const t = translator(locale);
  const title = (name: string) => String(t(`proposal.exampleColumn.${name}`));
  return {
    name: String(t('proposal.exampleSheet')),
    columns: [
      { title: title('title'), width: 40 },
      { title: title('before'), width: 50 },
      { title: title('after'), width: 50 },
      { title: title('line'), width: 18 },
      { title: title('process'), width: 18 },
      { title: title('voice'), width: 14 },
      { title: title('approvedOn'), width: 14 },
    ],
    rows: examples.map(({ title: name, before, after, lineOfBusiness, process, voiceKind, approvedOn }) => [
      name,
      before,
      after,
      lineOfBusiness ? lineOfBusinessText(lineOfBusiness, settings, locale) : '',
      process ? (settings.processes[process]?.[locale] ?? process) : '',
      voiceKind ? (settings.kinds[voiceKind]?.[locale] ?? voiceKind) : '',
      approvedOn,
    ]),
  };
}
