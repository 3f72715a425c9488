import { z } from 'zod';

/** Everything that a button of ours can ask for. All else is looked up; a card's data is not believed. */
export const cardVerbs = ['voice.listen', 'voice.read'] as const;
export type CardVerb = (typeof cardVerbs)[number];

/** Version of the data in cards, so that a card from last year can be told apart. */
const dataVersion = 1;

export const cardActionSchema = z.object({
  verb: z.enum(cardVerbs),
  subjectId: z.uuid(),
  v: z.literal(dataVersion),
});
export type CardAction = z.infer<typeof cardActionSchema>;

/** The data of a button. */
export function cardAction(verb: CardVerb, subjectId: string): CardAction {
  return { verb, subjectId, v: dataVersion };
}
