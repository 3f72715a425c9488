import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { asPerson, type Ctx } from '../../domain/context.ts';
import { ownActions } from '../../domain/discussions/index.ts';
import { cardsForRecipient, reminderChoiceOf } from '../../domain/listening/index.ts';
import { localeOf, type PersonRow } from '../../domain/people/index.ts';
import type { Content } from '../../domain/ports.ts';
import { draftProposal, ownProposalList, withExamples } from '../../domain/proposals/index.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import { storable } from '../../platform/words/storable.ts';
import type { DeskPage } from './actions/cardAction.ts';
import { asActivity, type CardActivity, cardActivity } from './cards/cardActivity.ts';
import { deskCard, deskHelp } from './cards/desk.card.ts';
import { proposeElsewhereCard } from './cards/proposalDraft.card.ts';
import type { CardSurroundings } from './cards/surroundings.ts';
import { type Talk, talkCard } from './cards/talk.card.ts';
import { commandOf, isLatin } from './commands.ts';
import { deskPagesOf } from './deskPages.ts';
import { departmentOf, personOf, sharedConversationOf } from './identity.ts';
import { proposalIn } from './proposalWords.ts';

/**
 * What the bot answers to a message: always something that helps, never silence.
 *
 * @param context a verified turn
 */
export async function answerMessage(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
): Promise<void> {
  const { activity } = context;
  const person = await personOf(ctx, activity);
  const locale = localeOfAnswer(person, activity);
  if (!person) return reply(context, talk('stranger', locale, surroundings));
  const command = commandOf(activity.text);
  if (command === 'voices') return answerVoices(ctx, surroundings, context, person, locale);
  if (command === 'actions' || command === 'reminders' || command === 'ownProposals')
    return answerOwn(ctx, surroundings, context, person, { command, locale });
  if (command === 'records') return reply(context, talk('records', locale, surroundings));
  if (command === 'help') return answerHelp(ctx, surroundings, context, person, locale);
  if (command !== null && command !== 'propose')
    return answerDesk(ctx, surroundings, context, person, { page: command, locale });
  const proposal = command === 'propose' ? '' : proposalIn(activity.text);
  if (proposal !== null) return answerProposal(ctx, surroundings, context, { proposal, locale });
  const isPersonal = await holdsPersonalData(ctx, activity.text ?? '');
  return reply(context, talk(isPersonal ? 'personalData' : 'notUnderstood', locale, surroundings));
}

/** Nothing of a message is kept; whoever wrote of a customer in it is asked not to. */
async function holdsPersonalData(ctx: Ctx, text: string): Promise<boolean> {
  const [detection] = await ctx.detector.detect([text.replace(/<[^>]*>/g, '').slice(0, longestRead)]);
  const types = new Set(detection?.findings.map(({ type }) => type));
  // A name alone is how people speak of each other; with a number beside it, it is a customer's.
  types.delete('name');
  return types.size > 0;
}

/** More than anybody types: what is pasted beyond it must not hold up the others' answers. */
const longestRead = 4_000;

async function answerVoices(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
  person: PersonRow,
  locale: Locale,
): Promise<void> {
  const isShared = sharedConversationOf(context.activity) !== undefined;
  const department = isShared ? await departmentOf(ctx, context.activity) : undefined;
  const asked = await cardsForRecipient(ctx, department ? { department } : { person });
  const cards = await withExamples(ctx, asked);
  if (cards.length === 0) return reply(context, talk('noEdition', locale, surroundings));
  // A department's card is Japanese; to English words it is English like every answer.
  const isEnglish = isLatin(context.activity.text);
  for (const content of cards) {
    await reply(context, cardActivity(isEnglish ? { ...content, locale } : content, surroundings));
  }
}

/** What concerns one person alone is told in their own chat, never in a channel. */
async function answerOwn(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
  person: PersonRow,
  { command, locale }: { command: 'actions' | 'reminders' | 'ownProposals'; locale: Locale },
): Promise<void> {
  if (sharedConversationOf(context.activity) !== undefined)
    return reply(context, talk('personalOnly', locale, surroundings));
  const content = await ownContent(asPerson(ctx, person.id), person, command, locale);
  return reply(context, cardActivity({ ...content, locale }, surroundings));
}

/** @param ctx acting for the person */
function ownContent(
  ctx: Ctx,
  person: PersonRow,
  command: 'actions' | 'reminders' | 'ownProposals',
  locale: Locale,
): Promise<Content> {
  if (command === 'ownProposals') return ownProposalList(ctx, locale);
  return command === 'actions' ? ownActions(ctx, person) : reminderChoiceOf(ctx, person);
}

/** The form, in one's own chat alone: where others read along, nobody proposes by mistake. */
async function answerProposal(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
  { proposal, locale }: { proposal: string; locale: Locale },
): Promise<void> {
  if (sharedConversationOf(context.activity) !== undefined) {
    const title = translator(locale)('propose.elsewhere.title');
    return reply(context, asActivity(proposeElsewhereCard(locale, surroundings), title));
  }
  const draft = await draftProposal(ctx, storable(proposal), locale);
  return reply(context, cardActivity(draft, surroundings));
}

/** What one can write; in one's own chat also what opens the pages of one's work. */
async function answerHelp(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
  person: PersonRow,
  locale: Locale,
): Promise<void> {
  const isShared = sharedConversationOf(context.activity) !== undefined;
  const pages = isShared ? [] : await deskPagesOf(ctx, person);
  return reply(context, talk('help', locale, surroundings, deskHelp(pages, locale)));
}

/** The button of a page, to those who may open it. */
async function answerDesk(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
  person: PersonRow,
  { page, locale }: { page: DeskPage; locale: Locale },
): Promise<void> {
  if (sharedConversationOf(context.activity) !== undefined)
    return reply(context, talk('personalOnly', locale, surroundings));
  if (!(await deskPagesOf(ctx, person)).includes(page))
    return reply(context, talk('notYours', locale, surroundings));
  const title = translator(locale)(`desk.${page}.title`);
  return reply(context, asActivity(deskCard(page, person.id, locale, surroundings), title));
}

/**
 * A short answer card.
 *
 * @param more paragraphs that only this reader is told
 */
export function talk(
  kind: Talk,
  locale: Locale,
  { settings, publicUrl }: CardSurroundings,
  more: readonly string[] = [],
): CardActivity {
  const programme = settings.programmeName[locale];
  const card = talkCard(kind, locale, publicUrl, programme, more);
  const first = card.body[0];
  return asActivity(
    card,
    first && 'text' in first && typeof first.text === 'string' ? first.text : programme,
  );
}

/** Answers in the turn. */
export async function reply(context: TurnContext, answer: CardActivity): Promise<void> {
  await context.sendActivity({ ...answer, type: ActivityTypes.Message } as Partial<Activity>);
}

/** The language of the answer to a message: English to English words, else the person's own. */
export function localeOfAnswer(person: PersonRow | undefined, activity: Partial<Activity>): Locale {
  return isLatin(activity.text) ? 'en' : localeOfTurn(person, activity);
}

/** A person's own language; for strangers the one that their Teams speaks. */
export function localeOfTurn(person: PersonRow | undefined, activity: Partial<Activity>): Locale {
  if (person) return localeOf(person);
  return activity.locale && !activity.locale.toLowerCase().startsWith('ja') ? 'en' : 'ja';
}
