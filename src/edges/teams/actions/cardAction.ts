import { z } from 'zod';
import { storable } from '../../../platform/words/storable.ts';

/** Buttons that open a page: a dialog in Teams, the browser in the Playground. */
export const dialogVerbs = [
  'voice.listen',
  'voice.read',
  /** Of an edition: one's own department, or the one in whose channel it was pressed. */
  'discussion.open',
  /** Of one discussion: its department. */
  'discussion.lead',
  /** One proposal: of who sent it, or of the quality department. */
  'proposal.open',
  /** The form, beginning with a voice, or with nothing. */
  'proposal.new',
  /** 改善事例 of the company. */
  'examples.open',
  /** The board, with what is overdue. */
  'proposals.overdue',
  /** Pages of one's work; the subject is who asked for the button. */
  'desk.insights',
  'desk.themes',
  'desk.referrals',
  'desk.reports',
  'desk.guides',
] as const;
export type DialogVerb = (typeof dialogVerbs)[number];

/** A page of the work of the quality department, of offices or of leaders. */
export const deskPages = ['insights', 'themes', 'referrals', 'reports', 'guides'] as const;
export type DeskPage = (typeof deskPages)[number];

/** Buttons that do something at once; the card then says what was done. */
export const actingVerbs = [
  'nudge.plan',
  'nudge.snooze',
  'action.done',
  'action.reopen',
  'given.done',
  'given.reopen',
  'effect.yes',
  'effect.partly',
  'effect.no',
  'reminders.on',
  'reminders.off',
  /** The form in chat; its subject is the id that the proposal will have. */
  'proposal.send',
  /** Of a question. */
  'proposal.answer',
] as const;
export type ActingVerb = (typeof actingVerbs)[number];

/** Everything that a button of ours can ask for. All else is looked up; a card's data is not believed. */
export type CardVerb = DialogVerb | ActingVerb;

/** Version of the data in cards, so that a card from last year can be told apart. */
const dataVersion = 1;

function actionOf<V extends string>(verbs: readonly V[]) {
  return z.object({ verb: z.enum(verbs), subjectId: z.uuid(), v: z.literal(dataVersion) });
}

/** The subject of a button that is about nothing in particular. */
export const nothing = '00000000-0000-0000-0000-000000000000';

/** What somebody wrote into a card. */
const written = z.string().max(4_000).transform(storable).default('');
/** Adaptive Cards hand the two values of a toggle over as text. */
const ticked = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

export const dialogActionSchema = actionOf(dialogVerbs);
/** Beside what the button carries stands what was put into the card's inputs. */
export const actingActionSchema = actionOf(actingVerbs).extend({
  /** nudge.plan */
  plannedOn: z.iso.date().optional(),
  /** proposal.send */
  change: written,
  today: written,
  effect: written,
  anonymous: ticked,
  keep: ticked,
  /** proposal.answer */
  answer: written,
});
export const cardActionSchema = actionOf([...dialogVerbs, ...actingVerbs]);

export type DialogAction = z.infer<typeof dialogActionSchema>;
export type ActingAction = z.infer<typeof actingActionSchema>;
export type CardAction = z.infer<typeof cardActionSchema>;

/** The data of a button. */
export function cardAction(verb: CardVerb, subjectId: string): CardAction {
  return { verb, subjectId, v: dataVersion };
}
