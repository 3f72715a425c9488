import type {
  CardElementArray,
  IActionSet,
  IAdaptiveCard,
  IColumnSet,
  IContainer,
  ITextBlock,
} from '@microsoft/teams.cards';
import type { DepartmentProgress, EditionCardContent, EditionCardVoice } from '../../../domain/ports.ts';
import { dateText, durationText, monthText, voicesText } from '../../../platform/i18n/dates.ts';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';
import { lineOfBusinessText, quoted } from '../../../platform/i18n/labels.ts';
import type { Settings } from '../../../platform/settings.ts';
import { type Button, buttons, opensDiscussion, opensPage, opensProposalForm } from './buttons.card.ts';
import { card, recordsLink, runs, shortened, text, verbatim } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** A title is one line of a card that is about other things, in characters. */
const longestExample = 40;

/** The month's card. Of the customers' words it carries the approved quotes and nothing else. */
export function editionCard(content: EditionCardContent, surroundings: CardSurroundings): IAdaptiveCard {
  const { locale } = content;
  return card(locale, [
    heading(content, surroundings.settings),
    ...lead(content),
    ...content.voices.map((voice, index) => voicePart(voice, index, content, surroundings)),
    ...withdrawnNote(content),
    ...progressNote(content),
    ...followingButtons(content, surroundings),
    ...examplesLine(content, surroundings),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** The words in the activity feed and in notifications. */
export function editionSummary(content: EditionCardContent, settings: Settings): string {
  return translator(content.locale)('card.summary', {
    programme: settings.programmeName[content.locale],
    month: monthText(content.month, content.locale),
  });
}

function heading(content: EditionCardContent, settings: Settings): IColumnSet {
  const t = translator(content.locale);
  const title = t('card.title', {
    programme: settings.programmeName[content.locale],
    month: monthText(content.month, content.locale),
  });
  const due =
    content.state === 'open'
      ? t('card.due', { day: dateText(content.dueOn, content.locale) })
      : t(`card.${content.state}`);
  return {
    type: 'ColumnSet',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [text(title, { size: 'Medium', weight: 'Bolder', style: 'heading' })],
      },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Center',
        items: [text(due, { isSubtle: true, horizontalAlignment: 'Right' })],
      },
    ],
  };
}

function lead(content: EditionCardContent): ITextBlock[] {
  if (content.state !== 'open' || content.voices.length === 0) return [];
  return [text(translator(content.locale)(`card.lead.${content.audience}`), { spacing: 'Small' })];
}

function voicePart(
  voice: EditionCardVoice,
  index: number,
  content: EditionCardContent,
  surroundings: CardSurroundings,
): IContainer {
  const { locale } = content;
  const t = translator(locale);
  const { kinds } = surroundings.settings;
  const facts = [
    kinds[voice.kind]?.[locale] ?? voice.kind,
    lineOfBusinessText(voice.lineOfBusiness, surroundings.settings, locale),
    durationText(voice.durationMs, locale),
    ...(content.voices.length > 1 ? [t('card.voiceOf', { n: index + 1, of: content.voices.length })] : []),
    ...(voice.heard ? [t('card.heard')] : []),
  ];
  return {
    type: 'Container',
    separator: true,
    spacing: 'Large',
    items: [
      ...(voice.quote === null ? [] : [verbatim(quoted(voice.quote))]),
      text(facts.join(t('card.separator')), { isSubtle: voice.quote !== null, spacing: 'Small' }),
      ...(content.state === 'cancelled' ? [] : buttons(voiceButtons(voice, index, locale, surroundings))),
    ],
  };
}

function voiceButtons(
  { voiceId }: EditionCardVoice,
  index: number,
  locale: Locale,
  surroundings: CardSurroundings,
): Button[] {
  const t = translator(locale);
  // Several voices have several buttons of the same name: the tooltip is what a screen reader tells them apart by.
  const words = (word: 'listen' | 'read') => ({
    title: t(`card.${word}`),
    tooltip: t(`card.${word}Tooltip`, { n: index + 1 }),
  });
  return [
    opensPage(
      'voice.listen',
      voiceId,
      `/listen/${voiceId}`,
      { ...words('listen'), style: 'positive' },
      surroundings,
    ),
    opensPage('voice.read', voiceId, `/listen/${voiceId}?mode=read`, words('read'), surroundings),
  ];
}

/**
 * What follows the listening: one's own insight, or the workplace's discussion, which may be reported late; and a
 * proposal, which has its time at any time.
 */
function followingButtons(content: EditionCardContent, surroundings: CardSurroundings): IActionSet[] {
  const { state, voices, audience, locale } = content;
  if (state === 'cancelled' || voices.length === 0) return [];
  const t = translator(locale);
  const isDiscussed = state === 'open' || audience === 'department';
  const [first, second] = voices;
  // Of several voices nobody knows which one it was: the form begins with nothing.
  const about = first && !second ? { voiceId: first.voiceId } : null;
  return buttons([
    ...(isDiscussed
      ? [opensDiscussion(content, { title: t(`card.discuss.${audience}`) }, surroundings)]
      : []),
    opensProposalForm(about, { title: t('card.propose') }, surroundings),
  ]);
}

/** 改善事例, in one quiet line that opens all of them. */
function examplesLine(content: EditionCardContent, surroundings: CardSurroundings): IContainer[] {
  const { examples, editionId, locale, state } = content;
  if (examples.length === 0 || state === 'cancelled') return [];
  const t = translator(locale);
  const titles = examples.map((title) =>
    t('card.examples.title', { title: shortened(title, longestExample) }),
  );
  const look = { title: t('card.examples.open'), tooltip: t('card.examples.open') };
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        runs([
          { text: t('card.examples.lead'), isSubtle: true },
          { text: titles.join(t('card.examples.and')), isSubtle: true },
          { text: t('card.examples.more'), isSubtle: true },
        ]),
      ],
      // A button of its own would weigh as much as those for the voices.
      selectAction: opensPage('examples.open', editionId, '/examples', look, surroundings),
    },
  ];
}

function withdrawnNote({ withdrawn, voices, locale }: EditionCardContent): ITextBlock[] {
  if (withdrawn === 0) return [];
  const t = translator(locale);
  return [text(t(voices.length === 0 ? 'card.allWithdrawn' : 'card.someWithdrawn'), { spacing: 'Medium' })];
}

function progressNote(content: EditionCardContent): CardElementArray {
  const { progress, voices, state } = content;
  if (!progress || voices.length === 0 || state === 'cancelled') return [];
  // Nobody is invited to what is over.
  if (state === 'closed' && isBeforeAll(progress)) return [];
  return [text(progressText(progress, content), { spacing: 'Medium', separator: true })];
}

function progressText(progress: DepartmentProgress, content: EditionCardContent): string {
  const t = translator(content.locale);
  const voices = voicesText(content, content.locale);
  // Who has heard one voice of two is not counted yet: nothing says that nobody began.
  if (isBeforeAll(progress)) return t('card.progress.none');
  if (progress.kind === 'band') return t(`card.progress.${progress.band}`, { voices });
  return t('card.progress.count', { heard: progress.heard, target: progress.target, voices });
}

/** Nobody has heard all voices yet. */
function isBeforeAll(progress: DepartmentProgress): boolean {
  return progress.kind === 'band' ? progress.band === 'none' : progress.heard === 0;
}
