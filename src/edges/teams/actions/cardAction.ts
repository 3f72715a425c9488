import { z } from 'zod';

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
] as const;
export type DialogVerb = (typeof dialogVerbs)[number];

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
] as const;
export type ActingVerb = (typeof actingVerbs)[number];

/** Everything that a button of ours can ask for. All else is looked up; a card's data is not believed. */
export type CardVerb = DialogVerb | ActingVerb;

/** Version of the data in cards, so that a card from last year can be told apart. */
const dataVersion = 1;

function actionOf<V extends string>(verbs: readonly V[]) {
  return z.object({ verb: z.enum(verbs), subjectId: z.uuid(), v: z.literal(dataVersion) });
}

export const dialogActionSchema = actionOf(dialogVerbs);
/** Beside what the button carries stands what was put into the card's inputs. */
export const actingActionSchema = actionOf(actingVerbs).extend({
  /** nudge.plan */
  plannedOn: z.iso.date().optional(),
});
export const cardActionSchema = actionOf([...dialogVerbs, ...actingVerbs]);

export type DialogAction = z.infer<typeof dialogActionSchema>;
export type ActingAction = z.infer<typeof actingActionSchema>;
export type CardAction = z.infer<typeof cardActionSchema>;

/** The data of a button. */
export function cardAction(verb: CardVerb, subjectId: string): CardAction {
  return { verb, subjectId, v: dataVersion };
}
